package org.trustedtrader.benefits;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class BenefitsApplication {

    public static void main(String[] args) {
        SpringApplication.run(BenefitsApplication.class, args);
    }
}
