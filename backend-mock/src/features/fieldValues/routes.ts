import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import { callGone } from '../../http/callGone.js';
import type { Route } from '../route.js';
import { type SelectionQuery, selectionOfQuery } from '../selection/selectionQuery.js';
import type { Dimension } from '../selection/selectionSql.js';
import { fieldValuesQuery } from './sql.js';

type FieldValue = components['schemas']['FieldValues']['values'][number];

/** `GET /api/v1/fields/{field}/values`. */
export const fieldValuesRoutes: Route = (app, { store, knownModels }) => {
  app.route<{ Params: { field: Dimension }; Querystring: SelectionQuery & { contains?: string; limit: number } }>({
    ...operation('listFieldValues'),
    handler: async (request, reply): Promise<components['schemas']['FieldValues']> => {
      const { contains, limit } = request.query;
      const selection = selectionOfQuery(request.query);
      const query = fieldValuesQuery(request.params.field, selection, contains, limit);
      await knownModels.check(selection.filters?.model, 'model');
      return { values: await store.rows<FieldValue>(query, callGone(reply)) };
    },
  });
};
