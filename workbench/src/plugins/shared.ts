import * as emotion from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import * as i18next from 'i18next';
import lodash from 'lodash';
import React from 'react';
import ReactDom from 'react-dom';
import * as jsxDevRuntime from 'react/jsx-dev-runtime';
import * as jsxRuntime from 'react/jsx-runtime';
import * as rxjs from 'rxjs';

/** An ES module as a bundle built by webpack expects it: marked, so that its default export is found. */
const esModule = (namespace: object) => ({ ...namespace, __esModule: true });

/**
 * What plugins share with their host. The names are from create-plugin's list of externals
 * (.config/bundler/externals.ts), less those that Grafana has only for old plugins. The list is closed: a bundle that
 * asks for any other name does not load, as it would not load in Grafana.
 */
export const SHARED_MODULES: Record<string, object> = {
  '@emotion/css': esModule(emotion),
  '@emotion/react': esModule(emotionReact),
  '@grafana/data': esModule(grafanaData),
  '@grafana/runtime': esModule(grafanaRuntime),
  '@grafana/ui': esModule(grafanaUi),
  i18next: esModule(i18next),
  lodash,
  react: React,
  'react-dom': ReactDom,
  'react/jsx-dev-runtime': jsxDevRuntime,
  'react/jsx-runtime': jsxRuntime,
  rxjs: esModule(rxjs),
};
