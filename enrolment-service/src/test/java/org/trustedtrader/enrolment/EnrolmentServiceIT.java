package org.trustedtrader.enrolment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.platform.test.ServiceIT;

/** An integration test of this service; all of them share one Spring context. */
@ServiceIT
@TestPropertySource(properties = {"ttp.clock.movable=true", "ttp.enrolment.sweep-every=1s"})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EnrolmentServiceIT {}
