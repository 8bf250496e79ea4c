package io.bookpulse.operators.type;

import io.bookpulse.core.event.MarketEvent;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Flink's type information of {@link MarketEvent}: its own serializer, no key of its own. */
public final class MarketEventTypeInfo extends TypeInformation<MarketEvent> {
    private static final long serialVersionUID = 1L;

    /** The one instance that is ever needed. */
    public static final MarketEventTypeInfo INSTANCE = new MarketEventTypeInfo();

    private MarketEventTypeInfo() {}

    @Override
    public TypeSerializer<MarketEvent> createSerializer(SerializerConfig config) {
        return new MarketEventSerializer();
    }

    @Override
    public Class<MarketEvent> getTypeClass() {
        return MarketEvent.class;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public String toString() {
        return "MarketEvent";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MarketEventTypeInfo;
    }

    @Override
    public int hashCode() {
        return MarketEventTypeInfo.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof MarketEventTypeInfo;
    }
}
