package org.trustedtrader.platform.web;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/**
 * Keeps a start from looking at every bean for annotated readers and writers of JSON. There are none: {@link StrictJson} says
 * all of it. Remove this class when one is added, or it will not be found.
 */
final class JsonComponentScanDisabler implements BeanDefinitionRegistryPostProcessor {

    private static final String LOOKS_FOR_THEM = "jsonComponentModule";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
        if (beans.containsBeanDefinition(LOOKS_FOR_THEM)) {
            beans.removeBeanDefinition(LOOKS_FOR_THEM);
        }
    }
}
