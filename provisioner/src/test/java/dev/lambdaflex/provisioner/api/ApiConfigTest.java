package dev.lambdaflex.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiConfigTest {

    private static final Token TOKEN = Token.of(ApiTestBase.SECRET);

    @Test
    void byDefaultItIsForThisMachineAlone() {
        ApiConfig config = ApiConfig.local(8081, TOKEN);
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.remote()).isFalse();
        assertThat(Scope.READ.needsToken(config)).isFalse();
        assertThat(Scope.OPERATE.needsToken(config)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "localhost"})
    void loopbackAddressesAreBound(String host) {
        assertThat(new ApiConfig(host, 0, TOKEN, false, Set.of()).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.1", "example.com", "", "localhost.evil.com"})
    void otherAddressesAreRefusedUnlessAllowedExplicitly(String host) {
        assertThatThrownBy(() -> new ApiConfig(host, 0, TOKEN, false, Set.of())).hasMessage("host: " + host
                + " (expected: a loopback address such as 127.0.0.1, unless remote access is allowed explicitly)");
        ApiConfig allowed = new ApiConfig(host, 0, TOKEN, true, Set.of());
        assertThat(Scope.READ.needsToken(allowed)).isTrue();
        assertThat(Scope.OPEN.needsToken(allowed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void portsOutsideTheRangeAreRefused(int port) {
        assertThatThrownBy(() -> ApiConfig.local(port, TOKEN)).hasMessage("port: " + port + " (expected: 0 to 65535)");
    }
}
