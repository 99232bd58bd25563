/** Takes in what is announced, keeps every state in a store, and answers about the past from it. No Spring here. */
@org.jspecify.annotations.NullMarked
package org.trustedtrader.border.status;
