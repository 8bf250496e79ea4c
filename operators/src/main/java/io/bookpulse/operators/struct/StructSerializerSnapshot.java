package io.bookpulse.operators.struct;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint remembers of a {@link StructSerializer}: the schema. Fields may be added and
 * removed, and enums may gain constants; Flink then migrates the state. Anything else is refused.
 *
 * @param <T> the struct
 */
public final class StructSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {
    private static final int VERSION = 1;

    private @Nullable Class<T> type;
    private @Nullable StructSchema schema;

    /** For restoring. */
    public StructSerializerSnapshot() {}

    StructSerializerSnapshot(Class<T> type, StructSchema schema) {
        this.type = type;
        this.schema = schema;
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        StructSchema known = schema();
        out.writeUTF(type().getName());
        out.writeUTF(known.root());
        List<String> names = known.names();
        out.writeInt(names.size());
        for (String name : names) {
            Map<String, String> fields = known.fields(name);
            out.writeUTF(name);
            out.writeInt(fields.size());
            for (Map.Entry<String, String> field : fields.entrySet()) {
                out.writeUTF(field.getKey());
                out.writeUTF(field.getValue());
            }
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the class that was written
    public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
        if (version != VERSION) {
            throw new IOException("state written in form " + version + "; known is " + VERSION);
        }
        type = (Class<T>) InstantiationUtil.resolveClassByName(in, loader);
        String root = in.readUTF();
        Map<String, Map<String, String>> structs = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            structs.put(in.readUTF(), readFields(in));
        }
        schema = new StructSchema(root, structs);
    }

    private static Map<String, String> readFields(DataInputView in) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            fields.put(name, in.readUTF());
        }
        return fields;
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return schema().equals(StructSchema.of(type()))
                ? StructSerializer.of(type())
                : StructSerializer.reading(schema(), type());
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
            TypeSerializerSnapshot<T> older) {
        if (!(older instanceof StructSerializerSnapshot<T> that)) {
            return TypeSerializerSchemaCompatibility.incompatible();
        }
        if (schema().equals(that.schema())) {
            return TypeSerializerSchemaCompatibility.compatibleAsIs();
        }
        List<String> problems = new StructBinding(that.schema(), type()).problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "The state was written by another version and cannot be read: "
                            + String.join("; ", problems)
                            + ". Start without it, or with the version that wrote it.");
        }
        return TypeSerializerSchemaCompatibility.compatibleAfterMigration();
    }

    private Class<T> type() {
        if (type == null) {
            throw new IllegalStateException("nothing was read yet");
        }
        return type;
    }

    private StructSchema schema() {
        if (schema == null) {
            throw new IllegalStateException("nothing was read yet");
        }
        return schema;
    }
}
