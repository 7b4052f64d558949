package org.xsm.engine.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who must approve plans ({@code xsm.approval}).
 *
 * @param policy {@code default}, {@code auto-approve}, {@code four-eyes}, or the path of a DMN file
 *     whose decision has the id {@code approval-policy}; a change of the file counts within seconds
 */
@ConfigurationProperties("xsm.approval")
public record ApprovalSettings(@DefaultValue("default") String policy) {}
