import type { ScopedVars, TypedVariableModel } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { type InterpolationFormatParameter, type SceneObject, sceneGraph } from '@grafana/scenes';

/** Puts variables in by the scene that a request comes from; scenes hand it over in the scoped variables. */
export class SceneTemplateSrv implements TemplateSrv {
  getVariables(): TypedVariableModel[] {
    return [];
  }

  replace(target?: string, scopedVars?: ScopedVars, format?: Parameters<TemplateSrv['replace']>[2]): string {
    const scene = sceneOf(scopedVars);
    return scene && target
      ? sceneGraph.interpolate(scene, target, scopedVars, format as InterpolationFormatParameter)
      : (target ?? '');
  }

  containsTemplate(target?: string): boolean {
    return /\$\w+|\$\{[^}]+\}|\[\[[^\]]+\]\]/.test(target ?? '');
  }

  updateTimeRange(): void {
    // Scenes carry their own time range.
  }
}

function sceneOf(scopedVars?: ScopedVars): SceneObject | undefined {
  const holder = scopedVars?.__sceneObject?.value as { valueOf(): SceneObject } | undefined;
  return holder?.valueOf();
}
