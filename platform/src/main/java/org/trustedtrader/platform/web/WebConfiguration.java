package org.trustedtrader.platform.web;

import io.swagger.v3.core.jackson.ModelResolver;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.messageinterpolation.ResourceBundleMessageInterpolator;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.validation.beanvalidation.LocaleContextMessageInterpolator;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Wires what all endpoints have in common. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
            "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
class WebConfiguration {

    @Bean
    static StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    static JsonComponentScanDisabler noJsonComponents() {
        return new JsonComponentScanDisabler();
    }

    @Bean(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
    RequestLanguage requestLanguage() {
        return new RequestLanguage();
    }

    /** Validation messages by key come from the same bundles as all others. */
    @Bean
    ValidationConfigurationCustomizer validationMessages() {
        return configuration -> configuration.messageInterpolator(
                new LocaleContextMessageInterpolator(new ResourceBundleMessageInterpolator(ValidationMessages::of)));
    }

    /** What "not blank" means is said once, for every use of the constraint. */
    @Bean
    ValidationConfigurationCustomizer notBlank() {
        return configuration -> {
            var validator = (HibernateValidatorConfiguration) configuration;
            var mapping = validator.createConstraintMapping();
            mapping.constraintDefinition(NotBlank.class)
                    .includeExistingValidators(false)
                    .validatedBy(NotBlankValidator.class);
            validator.addMapping(mapping);
        };
    }

    @Bean
    RequestJsonMapper requestJsonMapper(JsonMapper json) {
        return RequestJsonMapper.of(json);
    }

    /**
     * Bodies are JSON, or what an endpoint itself takes and gives as text, bytes or a file, and lists also CSV: whatever else lies on the class
     * path, such as a reader of YAML, would be a way round the strict rules.
     */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer onlyJson(RequestJsonMapper mapper, WebProperties settings) {
        var json = new JsonBodyConverter(mapper.json());
        var csv = new CsvPageConverter(settings.maxCsvRows());
        return converters -> converters.withJsonConverter(json).configureMessageConvertersList(all -> {
            all.removeIf(converter -> converter != json
                    && !(converter instanceof StringHttpMessageConverter)
                    && !(converter instanceof ByteArrayHttpMessageConverter)
                    && !(converter instanceof ResourceHttpMessageConverter));
            all.add(csv);
        });
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    ProblemExceptionHandler problemAdvice(ProblemWriter writer) {
        return new ProblemExceptionHandler(writer);
    }

    @Bean
    FallbackErrorHandler lastResort(ProblemWriter writer) {
        return new FallbackErrorHandler(writer);
    }

    @Bean
    OpenApiConfiguration apiDescription(@Value("${spring.application.name}") String service) {
        return new OpenApiConfiguration(service);
    }

    /** Takes the place of springdoc's own, which calls classes of the same simple name alike. */
    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(mappers.isOpenapi31());
    }

    /** Behind authentication, in front of everything that reads parameters. */
    @Bean
    FilterRegistrationBean<QueryFilter> query(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new QueryFilter(problems));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 5);
        return registration;
    }

    /** Behind authentication, in front of the controllers. */
    @Bean
    FilterRegistrationBean<RequestFingerprint> requestFingerprint(ProblemWriter problems, WebProperties settings) {
        var registration = new FilterRegistrationBean<>(new RequestFingerprint(problems, settings));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheContainer() {
        return factory -> factory.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemValve.class.getName()));
    }

    /** Tomcat refuses an Accept-Language with more than ten entries; the size of all headers is a limit already. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> anyNumberOfLanguages() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(Integer.MAX_VALUE));
    }

    /** The dispatcher servlet binds each request to its thread; nothing in front of it needs that. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    WebMvcConfigurer commandArguments(CurrentCaller caller) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new RequestCheck());
            }

            @Override
            public void addFormatters(FormatterRegistry formatters) {
                ParameterConverters.addTo(formatters);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CommandArgumentResolver(caller));
                resolvers.add(new ActorArgumentResolver(caller));
            }
        };
    }

    /**
     * Keeps a start from looking at every bean for annotated readers and writers of JSON. There are none: {@link StrictJson} says
     * all of it. Remove this class when one is added, or it will not be found.
     */
    static final class JsonComponentScanDisabler implements BeanDefinitionRegistryPostProcessor {

        private static final String LOOKS_FOR_THEM = "jsonComponentModule";

        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry beans) {
            if (beans.containsBeanDefinition(LOOKS_FOR_THEM)) {
                beans.removeBeanDefinition(LOOKS_FOR_THEM);
            }
        }
    }
}
