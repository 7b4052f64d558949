package org.xsm.engine.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the manager keeps its state ({@code xsm.database}).
 *
 * @param url a JDBC URL of H2 or PostgreSQL; an H2 file in the home folder where none is given
 */
@ConfigurationProperties("xsm.database")
public record DatabaseSettings(
    @DefaultValue("") String url,
    @DefaultValue("xsm") String user,
    @DefaultValue("") String password) {}
