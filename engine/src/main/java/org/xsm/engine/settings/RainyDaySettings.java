package org.xsm.engine.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What to do when a step is in trouble ({@code xsm.rainy-day}).
 *
 * @param table {@code default}, or the path of a DMN file whose decision has the id {@code
 *     rainy-day}; a change of the file counts within seconds
 */
@ConfigurationProperties("xsm.rainy-day")
public record RainyDaySettings(@DefaultValue("default") String table) {}
