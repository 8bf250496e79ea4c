package io.bookpulse.codec.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.Feeds;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One broken line, one reject with its reason; the lines around it are read. */
class MalformedInputTest {
    private static final String GOOD =
            "{'e':'trade','E':1000000000003,'s':'BTCUSDT','t':7,'p':'1.5','q':'2','T':1000000000002,"
                    + "'m':false,'M':true}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~|MALFORMED|no receive time",
                "1000000000000000100|MALFORMED|no receive time",
                "1000000000000000100 |MALFORMED|no",
                "1000000000000000100 []|MALFORMED|no JSON object",
                "abc {}|MALFORMED|no receive time",
                "99999999999999999999 {}|MALFORMED|no receive time",
                "1000000000000000100 {'e':'trade','E':10|MALFORMED|broken JSON",
                "1000000000000000100 {'e':'trade'} x|MALFORMED|",
                "1000000000000000100 {'data':[1,2]}|MALFORMED|data is no object",
                "1000000000000000100 {'result':null,'id':1}|UNKNOWN_MESSAGE|not used",
                "1000000000000000100 {'e':'trade','s':'A','T':1000000000002,'p':'1','q':'1','m':true}|MALFORMED|without t",
                "1000000000000000100 {'e':'trade','s':'A','t':1,'T':1000000000002,'p':1,'q':'1','m':true}|MALFORMED|without p",
                "1000000000000000100 {'e':'trade','s':'A','t':1,'T':1000000000002,'p':'1','q':'1'}|MALFORMED|without m",
                "1000000000000000100 {'e':'trade','s':'A','t':1,'p':'1','q':'1','m':true}|MALFORMED|without T",
                "1000000000000000100 {'e':'trade','s':'A','t':1,'T':9999999999999999999999,'p':'1','q':'1','m':true}|BAD_NUMBER|T does not fit",
                "1000000000000000100 {'e':'trade','s':'A','t':-1,'T':1000000000002,'p':'1','q':'1','m':true}|BAD_NUMBER|t is negative",
                "1000000000000000100 {'e':'trade','s':'A','t':1,'T':0,'p':'1','q':'1','m':true}|BAD_TIME|no time",
                "1000000000000000100 {'e':'trade','s':'A','t':1,'T':2000000000000,'p':'1','q':'1','m':true}|BAD_TIME|over a day",
                "1000000000000000100 {'e':'trade','s':'A','t':1,'T':1000000000002,'p':'99999999999999','q':'1','m':true}|BAD_NUMBER|p is no number",
                "1000000000000000100 {'e':'trade','s':'A','t':1,'T':1000000000002,'p':'1.000000001','q':'1','m':true}|BAD_NUMBER|p is no number",
                "1000000000000000100 {'e':'trade','s':'A','t':1,'T':1000000000002,'p':'0','q':'1','m':true}|BAD_LEVEL|is 0",
                "1000000000000000100 {'e':'trade','s':'A','t':1,'T':1000000000002,'p':'1','q':'-1','m':true}|BAD_LEVEL|negative",
                "1000000000000000100 {'e':'depthUpdate','E':1000000000002,'s':'A','U':1,'u':2,'b':[['1','2']]}|MALFORMED|without a",
                "1000000000000000100 {'e':'depthUpdate','E':1000000000002,'s':'A','U':3,'u':2,'b':[],'a':[]}|MALFORMED|U is above u",
                "1000000000000000100 {'e':'depthUpdate','E':1000000000002,'s':'A','U':1,'u':2,'b':[['1']],'a':[]}|MALFORMED|pair",
                "1000000000000000100 {'e':'depthUpdate','E':1000000000002,'s':'A','U':1,'u':2,'b':[[]],'a':[]}|MALFORMED|pair",
                "1000000000000000100 {'e':'depthUpdate','E':1000000000002,'s':'A','U':1,'u':2,'b':[1,[['2']]],'a':[]}|MALFORMED|no array",
                "1000000000000000100 {'e':'depthUpdate','E':1000000000002,'s':'A','U':1,'u':2,'b':[['0','2']],'a':[]}|BAD_LEVEL|price is 0",
                "1000000000000000100 {'stream':'a@depth5','data':{'e':'depthUpdate','E':1000000000002,'s':'A','U':1,'u':2,'b':[],'a':[]}}|UNKNOWN_MESSAGE|partial depth",
                "1000000000000000100 {'e':'bookTicker','T':1000000000002,'s':'A','u':2,'b':'0','B':'1','a':'2','A':'1'}|BAD_LEVEL|best price is 0",
                "1000000000000000100 {'e':'24hrTicker','s':'A','p':'-1.5','b':'x'}|UNKNOWN_MESSAGE|24hrTicker",
                "1000000000000000100 {'lastUpdateId':5,'T':1000000000002,'bids':[['1','1'],['2','1']],'asks':[]}|BAD_LEVEL|not sorted"
            })
    void rejectsOneBrokenBinanceLine(String line, RejectReason reason, String detail) {
        String good = "1000000000000000001 " + GOOD.replace('\'', '"') + "\n";
        String text = good + line.replace('\'', '"') + "\n" + good;
        List<Decoded> decoded = Feeds.readText(FeedFormat.BINANCE_CAPTURE, "x.txt", text);
        assertThat(decoded).hasSize(3);
        assertThat(decoded.get(0).event).isNotNull();
        assertThat(decoded.get(2).event).isNotNull();
        Reject reject = decoded.get(1).reject;
        assertThat(reject).isNotNull();
        assertThat(reject.reason).isEqualTo(reason);
        assertThat(reject.detail).contains(detail == null ? "" : detail);
        assertThat(reject.sourcePosition).isEqualTo(2);
        assertThat(new String(reject.payload, StandardCharsets.UTF_8))
                .isEqualTo(line.replace('\'', '"'));
    }

    @Test
    void cutsThePayloadOfALongLineAndKeepsItsTrueLength() {
        String line = "x".repeat(10_000);
        Reject reject =
                Feeds.rejects(Feeds.readText(FeedFormat.BINANCE_CAPTURE, "x.txt", line)).get(0);
        assertThat(reject.payload).hasSize(Reject.PAYLOAD_LIMIT);
        assertThat(reject.payloadLength).isEqualTo(10_000);
    }

    @Test
    void rejectsALineAboveTheLimitWithoutHoldingIt() {
        String line =
                "1 {" + "x".repeat(17 << 20) + "\n1000000000000000001 " + GOOD.replace('\'', '"');
        List<Decoded> decoded = Feeds.readText(FeedFormat.BINANCE_CAPTURE, "x.txt", line);
        assertThat(decoded).hasSize(2);
        Reject reject = decoded.get(0).reject;
        assertThat(reject).isNotNull();
        assertThat(reject.payloadLength).isEqualTo((17 << 20) + 3);
        assertThat(reject.detail).contains("at most 16777216");
        assertThat(decoded.get(1).event).isNotNull();
    }

    @Test
    void rejectsTickersOfAFileThatNeverTellsATime() {
        String ticker =
                "1 {\"u\":90,\"s\":\"A\",\"b\":\"1\",\"B\":\"1\",\"a\":\"2\",\"A\":\"2\"}\n";
        String snapshot = "1 {\"lastUpdateId\":95,\"bids\":[],\"asks\":[]}\n";
        List<Decoded> decoded =
                Feeds.readText(FeedFormat.BINANCE_CAPTURE, "x.txt", snapshot + ticker + ticker);
        assertThat(Feeds.rejects(decoded)).hasSize(3);
        assertThat(Feeds.rejects(decoded))
                .allSatisfy(reject -> assertThat(reject.reason).isEqualTo(RejectReason.BAD_TIME));
        assertThat(Feeds.rejects(decoded))
                .extracting(reject -> reject.sourcePosition)
                .containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void rejectsEveryLineOfTicksWithoutAUsableHeader() {
        List<Decoded> decoded =
                Feeds.readText(FeedFormat.TICKS, "x.csv", "timestamp,bid,ask\n1,2,3\n");
        assertThat(Feeds.rejects(decoded)).hasSize(2);
        assertThat(Feeds.rejects(decoded).get(0).detail).contains("bid_vol");
    }

    @Test
    void readsTheInstrumentColumnOfTicks() {
        String text =
                "instrument,timestamp,bid,ask,bid_vol,ask_vol,trade_price,trade_size\n"
                        + "A,1723161255,1,2,3,4,,\nsim:B,1723161255,1,2,3,4,,\n";
        assertThat(Feeds.events(Feeds.readText(FeedFormat.TICKS, "x.csv", text)))
                .extracting(event -> event.instrument)
                .containsExactly("ticks:A", "sim:B");
    }
}
