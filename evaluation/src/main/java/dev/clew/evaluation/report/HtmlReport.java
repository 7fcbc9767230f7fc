package dev.clew.evaluation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The report as one page: the chart library, the data and the drawing are all inside, so that it can be mailed and read offline. */
final class HtmlReport {
    private static final String CHART_POM = "/META-INF/maven/org.webjars.npm/chart.js/pom.properties";
    private static final String CHART = "/META-INF/resources/webjars/chart.js/%s/dist/chart.umd.js";

    private HtmlReport() {}

    static String of(Evaluation evaluation) throws IOException {
        return resource("report.html")
                .replace("/*STYLE*/", resource("report.css"))
                .replace("/*RESULTS*/", Json.inScript(ResultRow.of(evaluation)))
                .replace("/*DETAILS*/", Json.inScript(Details.of(evaluation)))
                .replace("/*DRAW*/", resource("report.js"))
                .replace("/*CHART*/", chartLibrary());
    }

    /** Without the reference to its source map, which a browser would try to load. */
    private static String chartLibrary() throws IOException {
        Properties pom = new Properties();
        pom.load(new StringReader(resource(CHART_POM)));
        return resource(CHART.formatted(pom.getProperty("version")))
                .replaceAll("(?m)^//# sourceMappingURL=.*$", "")
                .replace("</script", "<\\/script");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " must be on the class path. The build left it out.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
