package dev.lambdaflex.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps provisioner, edge and cloud from starting is one sentence and the right exit code. */
class ServeTest {

    private static final String APP = """
            apps:
              - name: shop
                host: shop.lambdaflex.test
            """;

    private static final String KEY_ID = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";

    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheKeys() {
        System.clearProperty(KEY_ID);
        System.clearProperty(SECRET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            edge --hosted-zone Z1                                        | Missing required option: '--host=NAME'
            edge --hosted-zone Z1 --host a.b --port 70000                | --port: 70000 (expected: 0 to 65535)
            edge --hosted-zone Z1 --host a.b --every 5                   | --every: duration: '5' (expected: such as 30s, 2m, 1h or PT2M)
            edge --hosted-zone Z1 --host a.b --reach mars=1.2.3.4:80     | --reach: 'mars=1.2.3.4:80' (expected: such as lambda=127.0.0.10:9000)
            cloud --speed 301                                            | --speed: 301.0 (expected: 1 to 300)
            cloud --data-port -1                                         | --data-port: -1 (expected: 0 to 65535)
            cloud --bind 0.0.0.0 --data-port 9001                        | --bind: with --data-port 9001 and --balancer-port 0 (expected: two different ports
            cloud --balancer-port 9002                                   | --balancer-port: 9002 (expected: only with --bind)
            load                                                         | Missing required option: '--edge=URL'
            load --edge ftp://a                                          | --edge: 'ftp://a' (expected: such as http://127.0.0.1:8080)
            load --edge http://a --peak 0 --low 0                        | --peak: 0.0, low: 0.0 (expected: a peak above 0
            load --edge http://a --hold 5                                | --hold: duration: '5' (expected: such as 30s, 2m, 1h or PT2M)
            """)
    void wrongUsageIsOneSentenceAndCodeTwo(String args, String sentence) {
        Ran ran = lambdaflex(args.split(" +"));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("lambdaflex: ").contains(sentence).hasLineCount(1);
    }

    @Test
    void aRegionThatIsNoneIsRefusedBeforeAnythingIsAsked() throws IOException {
        Ran ran = provisioner("--region", "mars");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--region: 'mars' (expected: the name of an AWS region, such as eu-central-1)")
                .hasLineCount(1);
    }

    @Test
    void aMissingConfigurationIsNamed() {
        Ran ran = lambdaflex("provisioner", "--config", "nowhere.yaml", "--region", "eu-central-1");
        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err()).contains("nowhere.yaml").hasLineCount(1);
    }

    @Test
    void missingCredentialsAreNamedWithWhatToDo() throws IOException {
        Ran ran = provisioner("--endpoint", "http://127.0.0.1:1");
        assertThat(ran.code()).isEqualTo(71);
        assertThat(ran.err()).contains("no AWS credentials").contains("AWS_PROFILE").hasLineCount(1);
    }

    @Test
    void anEndpointWhereNobodyListensIsNamed() throws IOException {
        System.setProperty(KEY_ID, "any");
        System.setProperty(SECRET, "any");
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Ran ran = provisioner("--endpoint", "http://127.0.0.1:" + free);
        assertThat(ran.code()).isEqualTo(71);
        assertThat(ran.err()).contains("127.0.0.1:" + free).hasLineCount(1).doesNotContain("Exception");
    }

    private Ran provisioner(String... arguments) throws IOException {
        Path config = Files.writeString(folder.resolve("lambdaflex.yaml"), APP);
        String[] all = new String[arguments.length + 3];
        all[0] = "provisioner";
        all[1] = "--config";
        all[2] = config.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return lambdaflex(all);
    }

    private Ran lambdaflex(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--state-dir";
        all[arguments.length + 1] = folder.resolve("state").toString();
        return Ran.lambdaflex(all);
    }
}
