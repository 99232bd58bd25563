/** What stands in for MongoDB, RabbitMQ and Keycloak on one machine, and the launcher behind {@code ./ttp}. */
@NullMarked
package org.trustedtrader.local;

import org.jspecify.annotations.NullMarked;
