import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import { callGone } from '../../http/callGone.js';
import { textOfBuilder } from '../../query/builder.js';
import type { Route } from '../route.js';
import { completeAnswer } from './complete.js';
import { explainAnswer } from './explain.js';
import { parseAnswer } from './parse.js';

type Schemas = components['schemas'];

/** `POST /api/v1/query/{parse,format,complete,explain}`: what editors of the query language need. */
export const queryRoutes: Route = (app, { store, knownModels }) => {
  app.route<{ Body: Schemas['QueryParseRequest'] }>({
    ...operation('parseQuery'),
    handler: (request) => parseAnswer(store, request.body.text),
  });

  app.route<{ Body: Schemas['QueryBuilder'] }>({
    ...operation('formatQuery'),
    handler: (request): Schemas['QueryFormatAnswer'] => ({ text: textOfBuilder(request.body) }),
  });

  app.route<{ Body: Schemas['QueryCompleteRequest'] }>({
    ...operation('completeQuery'),
    handler: (request, reply) => completeAnswer(store, request.body, callGone(reply)),
  });

  app.route<{ Body: Schemas['QueryExplainRequest'] }>({
    ...operation('explainQuery'),
    handler: async (request, reply) => {
      await knownModels.check(request.body.filters?.model, 'filters.model');
      return explainAnswer(store, request.body, callGone(reply));
    },
  });
};
