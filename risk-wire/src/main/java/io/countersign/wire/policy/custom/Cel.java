package io.countersign.wire.policy.custom;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.RegexLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import io.countersign.wire.policy.spelling.Nearest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language of conditions: CEL without macros, so that there is no loop, and its cost is bounded by its length. */
final class Cel {

    static final int LONGEST = 1000;

    private static final int DEEPEST = 50;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .enableComprehension(false)
            .comprehensionMaxIterations(0)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros()
            .addVarDeclarations(Facts.ALL.values().stream()
                    .map(each -> CelVarDecl.newVarDeclaration(each.name(), each.type()))
                    .toList())
            .setResultType(SimpleType.BOOL)
            .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();

    private static final CelValidator VALIDATOR = CelValidatorFactory.standardCelValidatorBuilder(COMPILER, RUNTIME)
            .addAstValidators(
                    RegexLiteralValidator.INSTANCE,
                    TimestampLiteralValidator.INSTANCE,
                    DurationLiteralValidator.INSTANCE)
            .build();

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private Cel() {}

    static CelAbstractSyntaxTree checked(String text) {
        if (text.length() > LONGEST) {
            throw new ConditionException("a condition has at most %d characters".formatted(LONGEST));
        }
        CelAbstractSyntaxTree tree = ast(COMPILER.compile(text), text);
        if (!tree.getResultType().equals(SimpleType.BOOL)) {
            throw new ConditionException("a condition is true or false, and this is neither for certain");
        }
        return ast(VALIDATOR.validate(tree), text);
    }

    static CelRuntime.Program program(CelAbstractSyntaxTree tree) {
        try {
            return RUNTIME.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked condition has no program", e);
        }
    }

    private static CelAbstractSyntaxTree ast(CelValidationResult result, String text) {
        if (result.hasError()) {
            throw new ConditionException(words(result.getErrors(), text));
        }
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("a result without errors has a tree", e);
        }
    }

    private static String words(List<CelIssue> issues, String text) {
        CelIssue first = issues.getFirst();
        CelSourceLocation at = first.getSourceLocation();
        String message = first.getMessage().lines().findFirst().orElse("").replace(" (in container '')", "");
        return "the condition, at its line %d, column %d: %s%s"
                .formatted(at.getLine(), at.getColumn() + 1, message, hint(message, at, text));
    }

    private static String hint(String message, CelSourceLocation at, String text) {
        if (!message.startsWith("undeclared reference")) {
            return "";
        }
        String line = text.lines().skip(at.getLine() - 1L).findFirst().orElse("");
        Matcher name = NAME.matcher(line);
        return name.find(Math.min(at.getColumn(), line.length())) ? Nearest.hint(name.group(), Facts.ALL.keySet()) : "";
    }
}
