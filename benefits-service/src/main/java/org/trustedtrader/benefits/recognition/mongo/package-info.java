/** Storage of members of partners, lists and quarantine. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.recognition.mongo;
