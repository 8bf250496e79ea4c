package io.bookpulse.operators.type;

import io.bookpulse.core.control.ControlAudit;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.decision.Trial;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** The types of the records that travel between operators. */
public final class WireTypes {
    public static final TypeInformation<MarketEvent> MARKET_EVENT = MarketEventTypeInfo.INSTANCE;
    public static final TypeInformation<Sample> SAMPLE = Types.POJO(Sample.class);
    public static final TypeInformation<Transition> TRANSITION = Types.POJO(Transition.class);
    public static final TypeInformation<Detection> DETECTION = Types.POJO(Detection.class);
    public static final TypeInformation<Alert> ALERT = Types.POJO(Alert.class);
    public static final TypeInformation<Trial> TRIAL = Types.POJO(Trial.class);
    public static final TypeInformation<Bar> BAR = Types.POJO(Bar.class);
    public static final TypeInformation<Reject> REJECT = Types.POJO(Reject.class);

    public static final TypeInformation<ControlChange> CONTROL_CHANGE =
            Types.POJO(ControlChange.class);
    public static final TypeInformation<ControlAudit> CONTROL_AUDIT =
            Types.POJO(ControlAudit.class);

    private WireTypes() {}
}
