/**
 * The lean path: answers the border's hot questions when they are written plainly and their caller is admitted. Whatever else
 * comes for those addresses is left to the standard chain, so that nothing is decided twice.
 */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.benefits.lane.web;
