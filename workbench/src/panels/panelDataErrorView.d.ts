declare module 'panel-data-error-view' {
  import type { PanelDataErrorViewProps } from '@grafana/runtime';
  import type { ComponentType } from 'react';

  export function setPanelDataErrorView(view: ComponentType<PanelDataErrorViewProps>): void;
}
