package org.trustedtrader.assessment.config.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file of the program, or one in the file system that a programme keeps itself. */
final class DataFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DataFile() {}

    static <T> T read(String path, Class<T> type) throws IOException {
        try (InputStream file = open(path)) {
            return YAML.readValue(file, type);
        }
    }

    private static InputStream open(String path) throws IOException {
        Path inFileSystem = Path.of(path);
        if (Files.isRegularFile(inFileSystem)) {
            return Files.newInputStream(inFileSystem);
        }
        InputStream inProgram = DataFile.class.getClassLoader().getResourceAsStream(path);
        if (inProgram == null) {
            throw new FileNotFoundException("there is no such file");
        }
        return inProgram;
    }
}
