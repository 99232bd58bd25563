package org.trustedtrader.benefits;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.trustedtrader.benefits.config.SnapshotPreloader;

@SpringBootApplication
class BenefitsApplication {

    public static void main(String[] args) {
        var application = new SpringApplication(BenefitsApplication.class);
        application.addListeners(new SnapshotPreloader());
        application.run(args);
    }
}
