package org.trustedtrader.platform.test;

/** A database and a broker to run tests on, and what to call them. */
record TestServers(String mongoUri, String mongoName, String brokerUrl, String brokerName) {}
