/** HTTP for partners and their lists. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.recognition.web;
