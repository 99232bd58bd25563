/** Documents that the programme publishes: proposed by one officer, published by another, in force from their date. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.platform.publication;
