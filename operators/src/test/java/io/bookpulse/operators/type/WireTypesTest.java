package io.bookpulse.operators.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.operators.RandomStruct;
import io.bookpulse.operators.StructText;
import io.bookpulse.operators.stage.MarketStage;
import io.bookpulse.operators.stage.RefusedEvent;
import io.bookpulse.operators.struct.StructSerializer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that travels or is kept is left to Kryo, and every field arrives. */
class WireTypesTest {
    private static final SerializerConfig NO_KRYO =
            new SerializerConfigImpl(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));

    static Stream<Class<?>> wireTypes() {
        return Stream.of(
                MarketEvent.class,
                Sample.class,
                Transition.class,
                Detection.class,
                Alert.class,
                Bar.class,
                Reject.class,
                Evidence.class,
                RefusedEvent.class);
    }

    /** The states of all stages and of everything in them: whatever core calls a state. */
    static Stream<Class<?>> stateTypes() {
        return new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("io.bookpulse.core")
                        .stream()
                        .filter(type -> type.getSimpleName().endsWith("State"))
                        .map(JavaClass::reflect);
    }

    static Stream<Class<?>> wireAndStateTypes() {
        return Stream.concat(wireTypes(), stateTypes());
    }

    @ParameterizedTest
    @MethodSource("wireAndStateTypes")
    void isSerialisedWithoutKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
    }

    @ParameterizedTest
    @MethodSource("wireAndStateTypes")
    void arrivesWithEveryField(Class<?> type) throws IOException {
        arrives(type, TypeInformation.of(type));
    }

    @ParameterizedTest
    @MethodSource("stateTypes")
    void isKeptWithEveryField(Class<?> type) throws IOException {
        arrives(type, StructSerializer.of(type));
    }

    @Test
    void findsTheStates() {
        assertThat(stateTypes()).contains(MarketState.class).hasSizeGreaterThan(20);
    }

    @Test
    void declaresNoKryoForWhatTravels() throws IOException {
        for (TypeInformation<?> type :
                List.of(
                        WireTypes.MARKET_EVENT,
                        WireTypes.SAMPLE,
                        WireTypes.TRANSITION,
                        WireTypes.DETECTION,
                        WireTypes.ALERT,
                        WireTypes.BAR,
                        WireTypes.REJECT,
                        MarketStage.REFUSED.getTypeInfo())) {
            arrives(type.getTypeClass(), type);
        }
        assertThat(WireTypes.MARKET_EVENT.createSerializer(NO_KRYO))
                .isInstanceOf(MarketEventSerializer.class);
    }

    private static <T> void arrives(Class<?> type, TypeInformation<T> information)
            throws IOException {
        arrives(type, information.createSerializer(NO_KRYO));
    }

    private static <T> void arrives(Class<?> type, TypeSerializer<T> serializer)
            throws IOException {
        RandomStruct random = new RandomStruct(20_261_121L);
        for (int i = 0; i < 20; i++) {
            @SuppressWarnings("unchecked") // the type of this information
            T sent = levelled((T) random.next(type));
            assertThat(StructText.of(received(serializer, sent))).isEqualTo(StructText.of(sent));
            T copied = serializer.copy(sent);
            assertThat(copied).isNotSameAs(sent);
            assertThat(StructText.of(copied)).isEqualTo(StructText.of(sent));
        }
    }

    /** An event has as many sizes as prices. */
    private static <T> T levelled(T struct) {
        if (struct instanceof MarketEvent event) {
            event.bidSizesE8 = event.bidPricesE8.clone();
            event.askSizesE8 = event.askPricesE8.clone();
        } else if (struct instanceof RefusedEvent refused) {
            levelled(refused.event);
        }
        return struct;
    }

    private static <T> T received(TypeSerializer<T> serializer, T sent) throws IOException {
        DataOutputSerializer bytes = new DataOutputSerializer(16);
        serializer.serialize(sent, bytes);
        DataInputDeserializer input = new DataInputDeserializer(bytes.getCopyOfBuffer());
        T received = serializer.deserialize(input);
        assertThat(input.available()).isZero();
        return received;
    }
}
