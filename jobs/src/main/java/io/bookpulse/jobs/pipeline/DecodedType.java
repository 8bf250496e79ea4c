package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.Decoded;
import io.bookpulse.operators.type.WireTypes;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** The type of what sources emit: seen by Flink as a struct, its event by our own serializer. */
public final class DecodedType {
    public static final TypeInformation<Decoded> INSTANCE =
            Types.POJO(
                    Decoded.class,
                    Map.of(
                            "split", Types.STRING,
                            "position", Types.LONG,
                            "event", WireTypes.MARKET_EVENT,
                            "bar", WireTypes.BAR,
                            "reject", WireTypes.REJECT));

    private DecodedType() {}
}
