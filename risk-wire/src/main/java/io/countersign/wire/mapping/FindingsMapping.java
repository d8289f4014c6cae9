package io.countersign.wire.mapping;

import io.countersign.domain.finding.Finding;
import io.countersign.schema.state.Findings;
import java.util.List;

/** Findings that somebody keeps many of. */
public final class FindingsMapping {

    public static final AvroMapping<List<Finding>, Findings> AVRO = new AvroMapping<>(
            Findings.class,
            Findings.getClassSchema(),
            findings -> new Findings(FactsMapping.toAvro(findings)),
            avro -> FactsMapping.fromAvro(avro.getFindings()));

    private FindingsMapping() {}
}
