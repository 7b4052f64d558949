package org.xsm.engine.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How images reach bare machines that leave it to us ({@code xsm.transfer}).
 *
 * @param table {@code default}, or the path of a DMN file whose decision has the id {@code
 *     transfer-method}; a change of the file counts within seconds, for plans that are made then
 */
@ConfigurationProperties("xsm.transfer")
public record TransferSettings(@DefaultValue("default") String table) {}
