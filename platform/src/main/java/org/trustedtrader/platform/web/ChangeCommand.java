package org.trustedtrader.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the {@code Command} of a request that changes something the caller has read: {@code If-Match} must carry the ETag of
 * that reading, and a POST needs an {@code Idempotency-Key} as well; on PUT and DELETE the key is optional.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChangeCommand {}
