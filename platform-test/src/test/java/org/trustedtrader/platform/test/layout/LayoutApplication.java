package org.trustedtrader.platform.test.layout;

public final class LayoutApplication {}
