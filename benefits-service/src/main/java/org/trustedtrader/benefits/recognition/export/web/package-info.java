/** HTTP for giving our list out. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.recognition.export.web;
