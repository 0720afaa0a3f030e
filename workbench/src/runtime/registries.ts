import {
  type FieldConfigPropertyItem,
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  stringOverrideProcessor,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
} from '@grafana/data';

/** The workbench shows dashboards and edits none, so the editors of options are empty. */
const NoEditor = () => null;

/** Kinds of option editors that plugins may name; an unknown one makes a panel plugin throw. */
const EDITORS =
  'text number slider boolean select multi-select radio color fieldColor unit fieldName stats-picker strings timezone dashboard-uid links actions thresholds mappings'.split(
    ' ',
  );

/** The standard options of fields and how a stored value, which may hold variables, is read. */
const FIELD_OPTIONS: [id: string, process: FieldConfigPropertyItem['process']][] = [
  ['displayName', displayNameOverrideProcessor],
  ['unit', unitOverrideProcessor],
  ['min', numberOverrideProcessor],
  ['max', numberOverrideProcessor],
  ['decimals', numberOverrideProcessor],
  ['fieldMinMax', booleanOverrideProcessor],
  ['noValue', stringOverrideProcessor],
  ['color', identityOverrideProcessor],
  ['thresholds', thresholdsOverrideProcessor],
  ['mappings', valueMappingsOverrideProcessor],
  ['links', dataLinksOverrideProcessor],
  ['filterable', booleanOverrideProcessor],
] as [string, FieldConfigPropertyItem['process']][];

/** An option of a field that is stored under its own name. */
export function fieldOption(
  id: string,
  path: string,
  process: FieldConfigPropertyItem['process'],
): FieldConfigPropertyItem {
  return { id, path, name: id, editor: NoEditor, override: NoEditor, process, shouldApply: () => true };
}

/** Without these, units, thresholds and links of a dashboard are silently ignored. */
export function fillRegistries(): void {
  standardEditorsRegistry.setInit(() => EDITORS.map((id) => ({ id, name: id, editor: NoEditor })));
  standardFieldConfigEditorRegistry.setInit(() => FIELD_OPTIONS.map(([id, process]) => fieldOption(id, id, process)));
}
