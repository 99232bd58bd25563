package org.trustedtrader.platform.test.layout.noun.web;

public final class NounController {}
