import { type FieldConfigEditorBuilder, identityOverrideProcessor } from '@grafana/data';
import type { GraphFieldConfig } from '@grafana/schema';
import { fieldOption } from '../../runtime/registries';

/** How a series is drawn, stored under `fieldConfig.defaults.custom`. Only options that are registered are applied. */
const CUSTOM_OPTIONS: (keyof GraphFieldConfig)[] = [
  'axisCenteredZero',
  'axisColorMode',
  'axisGridShow',
  'axisLabel',
  'axisPlacement',
  'axisSoftMax',
  'axisSoftMin',
  'axisWidth',
  'barAlignment',
  'barMaxWidth',
  'barWidthFactor',
  'drawStyle',
  'fillBelowTo',
  'fillColor',
  'fillOpacity',
  'gradientMode',
  'hideFrom',
  'lineColor',
  'lineInterpolation',
  'lineStyle',
  'lineWidth',
  'pointColor',
  'pointSize',
  'pointSymbol',
  'scaleDistribution',
  'showPoints',
  'spanNulls',
  'stacking',
  'thresholdsStyle',
  'transform',
];

export function customOptions(builder: FieldConfigEditorBuilder<GraphFieldConfig>): void {
  for (const path of CUSTOM_OPTIONS) {
    builder.addCustomEditor({ ...fieldOption(path, path, identityOverrideProcessor) });
  }
}
