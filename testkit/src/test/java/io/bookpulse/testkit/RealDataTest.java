package io.bookpulse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;

class RealDataTest {
    @TempDir Path folder;

    private String before;

    @BeforeEach
    void rememberProperty() {
        before = System.getProperty(RealData.PROPERTY, "");
    }

    @AfterEach
    void restoreProperty() {
        System.setProperty(RealData.PROPERTY, before);
    }

    @Test
    void readsTheFolderFromItsProperty() {
        System.setProperty(RealData.PROPERTY, folder.toString());
        assertThat(RealData.folder()).isEqualTo(folder);
        assertThat(RealData.isPresent()).isTrue();
        assertThat(RealData.path(".")).exists();
        assertThatThrownBy(() -> RealData.path("missing.gz"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing.gz");
    }

    @Test
    void fallsBackToTheFolderBesideTheProject() {
        System.clearProperty(RealData.PROPERTY);
        assertThat(RealData.folder())
                .isEqualTo(Path.of("../../shared/data").toAbsolutePath().normalize());
    }

    @Test
    void enablesATestWhereTheFolderIs() {
        System.setProperty(RealData.PROPERTY, folder.toString());
        assertThat(RealDataCondition.evaluate().isDisabled()).isFalse();
    }

    @Test
    void skipsATestWithALineThatNamesTheMissingFolder() {
        System.setProperty(RealData.PROPERTY, folder.resolve("none").toString());
        ConditionEvaluationResult result = RealDataCondition.evaluate();
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason().orElseThrow())
                .contains(folder.resolve("none").toString())
                .doesNotContain("\n");
    }

    @Test
    void annotatesWithTheCondition() {
        assertThat(RequiresRealData.class.getAnnotations())
                .anySatisfy(a -> assertThat(a.toString()).contains("RealDataCondition"));
    }
}
