package org.trustedtrader.platform.web;

import java.util.List;
import java.util.Optional;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.text.Text;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jackson.JsonNodeDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Every text in a body, and every name of a map's entry, is a {@link Text}: checked, and in normal form C. */
final class TextModule extends SimpleModule {

    TextModule() {
        addDeserializer(String.class, new TextDeserializer());
        addDeserializer(JsonNode.class, new TreeDeserializer());
        addKeyDeserializer(String.class, new TextKeyDeserializer());
    }

    /** A value that is no text; {@link #flaw} says why. */
    static final class InvalidTextException extends MismatchedInputException {

        private final transient Message flaw;

        private InvalidTextException(JsonParser parser, Message flaw) {
            super(parser, flaw.toString(), String.class);
            this.flaw = flaw;
        }

        Message flaw() {
            return flaw;
        }
    }

    private static final class TextDeserializer extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String value = super.deserialize(parser, context);
            return value == null ? null : clean(value, parser);
        }
    }

    /** Jackson reads a tree without the deserializers of values. */
    private static final class TreeDeserializer extends StdDeserializer<JsonNode> {

        private static final ValueDeserializer<? extends JsonNode> TREE =
                JsonNodeDeserializer.getDeserializer(JsonNode.class);

        private TreeDeserializer() {
            super(JsonNode.class);
        }

        @Override
        public JsonNode deserialize(JsonParser parser, DeserializationContext context) {
            return cleaned(TREE.deserialize(parser, context), parser);
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return NullNode.getInstance();
        }

        private static JsonNode cleaned(JsonNode node, JsonParser parser) {
            switch (node) {
                case StringNode text -> {
                    return StringNode.valueOf(clean(text.stringValue(), parser));
                }
                case ArrayNode list -> {
                    for (int i = 0; i < list.size(); i++) {
                        try {
                            list.set(i, cleaned(list.get(i), parser));
                        } catch (InvalidTextException e) {
                            throw e.prependPath(list, i);
                        }
                    }
                }
                case ObjectNode object -> {
                    for (String name : List.copyOf(object.propertyNames())) {
                        try {
                            clean(name, parser);
                            object.set(name, cleaned(object.get(name), parser));
                        } catch (InvalidTextException e) {
                            throw e.prependPath(object, name);
                        }
                    }
                }
                default -> {}
            }
            return node;
        }
    }

    private static final class TextKeyDeserializer extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return clean(key, context.getParser());
        }
    }

    private static String clean(String value, JsonParser parser) {
        Optional<Message> flaw = Text.flaw(value);
        if (flaw.isPresent()) {
            throw new InvalidTextException(parser, flaw.get());
        }
        return Text.normalized(value);
    }
}
