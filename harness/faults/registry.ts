// size: the one list of all faults, with two lines for each; what they do is in a file of each.

import { absentAsNull } from './absent-as-null.ts';
import { attributeNameAnyCase } from './attribute-name-any-case.ts';
import { attributeNameCamelCase } from './attribute-name-camel-case.ts';
import { attributesExchanged } from './attributes-exchanged.ts';
import { binaryAsList } from './binary-as-list.ts';
import { binaryAsText } from './binary-as-text.ts';
import { binaryBase64Twice } from './binary-base64-twice.ts';
import { binaryLenientBase64 } from './binary-lenient-base64.ts';
import { booleanAsNumber } from './boolean-as-number.ts';
import { booleanAsText } from './boolean-as-text.ts';
import { booleanTextAccepted } from './boolean-text-accepted.ts';
import { booleanTextRead } from './boolean-text-read.ts';
import { computedMissing } from './computed-missing.ts';
import { computedUnchecked } from './computed-unchecked.ts';
import { defaultFromIgnored } from './default-from-ignored.ts';
import { defaultNotRead } from './default-not-read.ts';
import { defaultNotWritten } from './default-not-written.ts';
import { defaultOverwrites } from './default-overwrites.ts';
import { defaultValueOther } from './default-value-other.ts';
import { defaultWhenEmptyIgnored } from './default-when-empty-ignored.ts';
import { defaultWhenOtherAbsent } from './default-when-other-absent.ts';
import { documentEmptyTextDropped } from './document-empty-text-dropped.ts';
import { documentNumberRounded } from './document-number-rounded.ts';
import { documentSetReadAsList } from './document-set-read-as-list.ts';
import { documentTaggedTwice } from './document-tagged-twice.ts';
import { emptyCollectionAsNull } from './empty-collection-as-null.ts';
import { emptyCollectionOmitted } from './empty-collection-omitted.ts';
import { emptySetAsList } from './empty-set-as-list.ts';
import { emptySetAsNull } from './empty-set-as-null.ts';
import { emptyTextAccepted } from './empty-text-accepted.ts';
import { emptyTextAsNull } from './empty-text-as-null.ts';
import { emptyTextDropped } from './empty-text-dropped.ts';
import { enumCaseFolded } from './enum-case-folded.ts';
import { enumOrdinal } from './enum-ordinal.ts';
import { enumUncheckedWrite } from './enum-unchecked-write.ts';
import { enumUnknownAsFirst } from './enum-unknown-as-first.ts';
import { enumUpperCase } from './enum-upper-case.ts';
import { epochAsText } from './epoch-as-text.ts';
import { falsyDropped } from './falsy-dropped.ts';
import { familyFirstSeparator } from './family-first-separator.ts';
import { familyGroupReadUnchecked } from './family-group-read-unchecked.ts';
import { familyGroupUnchecked } from './family-group-unchecked.ts';
import { familyNameUnchecked } from './family-name-unchecked.ts';
import { familyRequiredReadUnchecked } from './family-required-read-unchecked.ts';
import { familyRequiredUnchecked } from './family-required-unchecked.ts';
import { familySuffixEverywhere } from './family-suffix-everywhere.ts';
import { familySuffixStripped } from './family-suffix-stripped.ts';
import { familyValuesExchanged } from './family-values-exchanged.ts';
import type { Fault } from './fault.ts';
import { foreignKeyRead } from './foreign-key-read.ts';
import { indexKeyEmptyText } from './index-key-empty-text.ts';
import { indexKeyMissing } from './index-key-missing.ts';
import { indexKeyNull } from './index-key-null.ts';
import { indexKeyOfAbsent } from './index-key-of-absent.ts';
import { indexKeyOfOtherAttribute } from './index-key-of-other-attribute.ts';
import { indexKeyUnchecked } from './index-key-unchecked.ts';
import { itemWrongClass } from './item-wrong-class.ts';
import { keyAbsentLiteral } from './key-absent-literal.ts';
import { keyAbsentTextRefused } from './key-absent-text-refused.ts';
import { keyCacheCollision } from './key-cache-collision.ts';
import { keyCompatibilityFolded } from './key-compatibility-folded.ts';
import { keyComponentDecoded } from './key-component-decoded.ts';
import { keyComponentOrder } from './key-component-order.ts';
import { keyComponentTrimmed } from './key-component-trimmed.ts';
import { keyCutAt255 } from './key-cut-at-255.ts';
import { keyDayLocalZone } from './key-day-local-zone.ts';
import { keyDecomposed } from './key-decomposed.ts';
import { keyDelimiterAccepted } from './key-delimiter-accepted.ts';
import { keyDelimiterEscaped } from './key-delimiter-escaped.ts';
import { keyEmptyComponent } from './key-empty-component.ts';
import { keyHashUpperCase } from './key-hash-upper-case.ts';
import { keyLimitOfSortKey } from './key-limit-of-sort-key.ts';
import { keyLowerCased } from './key-lower-cased.ts';
import { keyMismatchUnchecked } from './key-mismatch-unchecked.ts';
import { keyNumberAsFloat } from './key-number-as-float.ts';
import { keyPadFixedZeros } from './key-pad-fixed-zeros.ts';
import { keyPadMissing } from './key-pad-missing.ts';
import { keyPadOneZero } from './key-pad-one-zero.ts';
import { keyPadSpace } from './key-pad-space.ts';
import { keyPadWidth } from './key-pad-width.ts';
import { keyParseAbsentText } from './key-parse-absent-text.ts';
import { keyParseBoundsUnchecked } from './key-parse-bounds-unchecked.ts';
import { keyParseByPosition } from './key-parse-by-position.ts';
import { keyParseDomainUnchecked } from './key-parse-domain-unchecked.ts';
import { keyParseFirstSegment } from './key-parse-first-segment.ts';
import { keyParseGuessesNumber } from './key-parse-guesses-number.ts';
import { keyParseLastSegment } from './key-parse-last-segment.ts';
import { keyParseLenientInteger } from './key-parse-lenient-integer.ts';
import { keyParseLiteralCase } from './key-parse-literal-case.ts';
import { keyParseNumber } from './key-parse-number.ts';
import { keyParsePadKept } from './key-parse-pad-kept.ts';
import { keyParsePartsApart } from './key-parse-parts-apart.ts';
import { keyParsePercentDecoded } from './key-parse-percent-decoded.ts';
import { keyParsePrefixOnly } from './key-parse-prefix-only.ts';
import { keyParseSurplus } from './key-parse-surplus.ts';
import { keyParseUnpadded } from './key-parse-unpadded.ts';
import { keyParseWrongClass } from './key-parse-wrong-class.ts';
import { keyPlaceholderRefused } from './key-placeholder-refused.ts';
import { keyPrefixCase } from './key-prefix-case.ts';
import { keyPrefixMissing } from './key-prefix-missing.ts';
import { keyPrefixTurkish } from './key-prefix-turkish.ts';
import { keyTemplateDollar } from './key-template-dollar.ts';
import { keyTemplateTwice } from './key-template-twice.ts';
import { keyWeekYear } from './key-week-year.ts';
import { keyZeroTextRefused } from './key-zero-text-refused.ts';
import { lengthInBytes } from './length-in-bytes.ts';
import { lengthInUtf16 } from './length-in-utf16.ts';
import { lengthUnchecked } from './length-unchecked.ts';
import { listAsSet } from './list-as-set.ts';
import { listReadWithoutRepetitions } from './list-read-without-repetitions.ts';
import { listSorted } from './list-sorted.ts';
import { mapKeyProtoLost } from './map-key-proto-lost.ts';
import { millisecondsAsSeconds } from './milliseconds-as-seconds.ts';
import { missingReadAsZero } from './missing-read-as-zero.ts';
import { missingWrittenAsZero } from './missing-written-as-zero.ts';
import { nestedReadUnchecked } from './nested-read-unchecked.ts';
import { nestedWriteUnchecked } from './nested-write-unchecked.ts';
import { notTextAccepted } from './not-text-accepted.ts';
import { nullAsAbsent } from './null-as-absent.ts';
import { nullReadAsAbsent } from './null-read-as-absent.ts';
import { nullTakenForAbsent } from './null-taken-for-absent.ts';
import { numberAsText } from './number-as-text.ts';
import { numberBoundsReadUnchecked } from './number-bounds-read-unchecked.ts';
import { numberBoundsUnchecked } from './number-bounds-unchecked.ts';
import { numberFractionCut } from './number-fraction-cut.ts';
import { numberFromDigits } from './number-from-digits.ts';
import { numberInt32Wrap } from './number-int32-wrap.ts';
import { numberInt64Saturated } from './number-int64-saturated.ts';
import { numberJsonAccepted } from './number-json-accepted.ts';
import { numberLenientJavascript } from './number-lenient-javascript.ts';
import { numberLenientPython } from './number-lenient-python.ts';
import { numberNegativeZero } from './number-negative-zero.ts';
import { numberReadAsFloat } from './number-read-as-float.ts';
import { numberReadAsText } from './number-read-as-text.ts';
import { numberReadExponent } from './number-read-exponent.ts';
import { numberReadThroughDouble } from './number-read-through-double.ts';
import { numberSinglePrecision } from './number-single-precision.ts';
import { numberThroughDouble } from './number-through-double.ts';
import { optionalNeedsOther } from './optional-needs-other.ts';
import { patternNotCounted } from './pattern-not-counted.ts';
import { patternPrefixOnly } from './pattern-prefix-only.ts';
import { patternTrailingNewline } from './pattern-trailing-newline.ts';
import { patternUnchecked } from './pattern-unchecked.ts';
import { presentWhenReadUnchecked } from './present-when-read-unchecked.ts';
import { presentWhenUnchecked } from './present-when-unchecked.ts';
import { recordWrongClass } from './record-wrong-class.ts';
import { reservedAccepted } from './reserved-accepted.ts';
import { rulesCompareText } from './rules-compare-text.ts';
import { rulesReadUnchecked } from './rules-read-unchecked.ts';
import { rulesUnchecked } from './rules-unchecked.ts';
import { setAsList } from './set-as-list.ts';
import { setDuplicatesAccepted } from './set-duplicates-accepted.ts';
import { setScalarAccepted } from './set-scalar-accepted.ts';
import { textAstralReplaced } from './text-astral-replaced.ts';
import { textCutAtNul } from './text-cut-at-nul.ts';
import { textEscapedTwice } from './text-escaped-twice.ts';
import { textLineEnds } from './text-line-ends.ts';
import { textLowerCased } from './text-lower-cased.ts';
import { textNormalised } from './text-normalised.ts';
import { textReadAsNumber } from './text-read-as-number.ts';
import { textReadAstralSplit } from './text-read-astral-split.ts';
import { textReadTrimmed } from './text-read-trimmed.ts';
import { textTrimmed } from './text-trimmed.ts';
import { textTruncated } from './text-truncated.ts';
import { timestampFractionAdded } from './timestamp-fraction-added.ts';
import { timestampLocalTime } from './timestamp-local-time.ts';
import { timestampMillisecondsOnly } from './timestamp-milliseconds-only.ts';
import { timestampOffsetAccepted } from './timestamp-offset-accepted.ts';
import { timestampOffsetSpelling } from './timestamp-offset-spelling.ts';
import { timestampReadUnchecked } from './timestamp-read-unchecked.ts';
import { timestampRollover } from './timestamp-rollover.ts';
import { timestampTrailingZerosDropped } from './timestamp-trailing-zeros-dropped.ts';
import { timestampTwoDigitYear } from './timestamp-two-digit-year.ts';
import { timestampWeekYear } from './timestamp-week-year.ts';
import { timestampYearUnpadded } from './timestamp-year-unpadded.ts';
import { timestampYearZero } from './timestamp-year-zero.ts';
import { timestampZeroFractionDropped } from './timestamp-zero-fraction-dropped.ts';
import { ttlInMilliseconds } from './ttl-in-milliseconds.ts';
import { unknownAttributeRefused } from './unknown-attribute-refused.ts';
import { unknownAttributeReturned } from './unknown-attribute-returned.ts';
import { unknownMemberIgnored } from './unknown-member-ignored.ts';

/** Every fault there is, by name. Each is in a file of its own. */
export const faults: readonly Fault[] = [
  absentAsNull,
  attributeNameAnyCase,
  attributeNameCamelCase,
  attributesExchanged,
  binaryAsList,
  binaryAsText,
  binaryBase64Twice,
  binaryLenientBase64,
  booleanAsNumber,
  booleanAsText,
  booleanTextAccepted,
  booleanTextRead,
  computedMissing,
  computedUnchecked,
  defaultFromIgnored,
  defaultNotRead,
  defaultNotWritten,
  defaultOverwrites,
  defaultValueOther,
  defaultWhenEmptyIgnored,
  defaultWhenOtherAbsent,
  documentEmptyTextDropped,
  documentNumberRounded,
  documentSetReadAsList,
  documentTaggedTwice,
  emptyCollectionAsNull,
  emptyCollectionOmitted,
  emptySetAsList,
  emptySetAsNull,
  emptyTextAccepted,
  emptyTextAsNull,
  emptyTextDropped,
  enumCaseFolded,
  enumOrdinal,
  enumUncheckedWrite,
  enumUnknownAsFirst,
  enumUpperCase,
  epochAsText,
  falsyDropped,
  familyFirstSeparator,
  familyGroupReadUnchecked,
  familyGroupUnchecked,
  familyNameUnchecked,
  familyRequiredReadUnchecked,
  familyRequiredUnchecked,
  familySuffixEverywhere,
  familySuffixStripped,
  familyValuesExchanged,
  foreignKeyRead,
  indexKeyEmptyText,
  indexKeyMissing,
  indexKeyNull,
  indexKeyOfAbsent,
  indexKeyOfOtherAttribute,
  indexKeyUnchecked,
  itemWrongClass,
  keyAbsentLiteral,
  keyAbsentTextRefused,
  keyCacheCollision,
  keyCompatibilityFolded,
  keyComponentDecoded,
  keyComponentOrder,
  keyComponentTrimmed,
  keyCutAt255,
  keyDayLocalZone,
  keyDecomposed,
  keyDelimiterAccepted,
  keyDelimiterEscaped,
  keyEmptyComponent,
  keyHashUpperCase,
  keyLimitOfSortKey,
  keyLowerCased,
  keyMismatchUnchecked,
  keyNumberAsFloat,
  keyPadFixedZeros,
  keyPadMissing,
  keyPadOneZero,
  keyPadSpace,
  keyPadWidth,
  keyParseAbsentText,
  keyParseBoundsUnchecked,
  keyParseByPosition,
  keyParseDomainUnchecked,
  keyParseFirstSegment,
  keyParseGuessesNumber,
  keyParseLastSegment,
  keyParseLenientInteger,
  keyParseLiteralCase,
  keyParseNumber,
  keyParsePadKept,
  keyParsePartsApart,
  keyParsePercentDecoded,
  keyParsePrefixOnly,
  keyParseSurplus,
  keyParseUnpadded,
  keyParseWrongClass,
  keyPlaceholderRefused,
  keyPrefixCase,
  keyPrefixMissing,
  keyPrefixTurkish,
  keyTemplateDollar,
  keyTemplateTwice,
  keyWeekYear,
  keyZeroTextRefused,
  lengthInBytes,
  lengthInUtf16,
  lengthUnchecked,
  listAsSet,
  listReadWithoutRepetitions,
  listSorted,
  mapKeyProtoLost,
  millisecondsAsSeconds,
  missingReadAsZero,
  missingWrittenAsZero,
  nestedReadUnchecked,
  nestedWriteUnchecked,
  notTextAccepted,
  nullAsAbsent,
  nullReadAsAbsent,
  nullTakenForAbsent,
  numberAsText,
  numberBoundsReadUnchecked,
  numberBoundsUnchecked,
  numberFractionCut,
  numberFromDigits,
  numberInt32Wrap,
  numberInt64Saturated,
  numberJsonAccepted,
  numberLenientJavascript,
  numberLenientPython,
  numberNegativeZero,
  numberReadAsFloat,
  numberReadAsText,
  numberReadExponent,
  numberReadThroughDouble,
  numberSinglePrecision,
  numberThroughDouble,
  optionalNeedsOther,
  patternNotCounted,
  patternPrefixOnly,
  patternTrailingNewline,
  patternUnchecked,
  presentWhenReadUnchecked,
  presentWhenUnchecked,
  recordWrongClass,
  reservedAccepted,
  rulesCompareText,
  rulesReadUnchecked,
  rulesUnchecked,
  setAsList,
  setDuplicatesAccepted,
  setScalarAccepted,
  textAstralReplaced,
  textCutAtNul,
  textEscapedTwice,
  textLineEnds,
  textLowerCased,
  textNormalised,
  textReadAsNumber,
  textReadAstralSplit,
  textReadTrimmed,
  textTrimmed,
  textTruncated,
  timestampFractionAdded,
  timestampLocalTime,
  timestampMillisecondsOnly,
  timestampOffsetAccepted,
  timestampOffsetSpelling,
  timestampReadUnchecked,
  timestampRollover,
  timestampTrailingZerosDropped,
  timestampTwoDigitYear,
  timestampWeekYear,
  timestampYearUnpadded,
  timestampYearZero,
  timestampZeroFractionDropped,
  ttlInMilliseconds,
  unknownAttributeRefused,
  unknownAttributeReturned,
  unknownMemberIgnored,
];
