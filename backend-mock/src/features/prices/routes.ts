import type { components } from '../../contract/api.gen.js';
import { operation } from '../../contract/operations.js';
import { CodedError } from '../../errors.js';
import type { Route } from '../route.js';
import { type SelectionQuery, selectionOfQuery } from '../selection/selectionQuery.js';
import { createPrice, deletePrice, replacePrice } from './change.js';
import type { PriceInput } from './price.js';
import { priceBookOf } from './priceBook.js';
import { readPriceTable, toAnswer } from './priceTable.js';
import { repriceTraces } from './reprice.js';
import { listUnpriced } from './unpriced.js';

type Schemas = components['schemas'];

/** The operations under `/api/v1/prices`. */
export const pricesRoutes: Route = (app, { store }) => {
  app.route<{ Querystring: { version?: number } }>({
    ...operation('listPrices'),
    handler: async (request): Promise<Schemas['PriceList']> => {
      await priceBookOf(store).current();
      const { version, newestVersion, prices } = await readPriceTable(store, request.query.version);
      if (version > newestVersion) {
        throw new CodedError('NOT_FOUND', `The price table has ${newestVersion} versions.`, {
          field: 'version',
          expected: `a number from 1 to ${newestVersion}`,
        });
      }
      return { version, newest_version: newestVersion, prices: prices.map(toAnswer).sort(byPattern) };
    },
  });
  app.route<{ Body: PriceInput }>({
    ...operation('createPrice'),
    handler: async (request, reply): Promise<Schemas['Price']> => {
      const price = await createPrice(store, request.body);
      void reply.status(201);
      return toAnswer(price);
    },
  });
  app.route<{ Params: { price_id: string }; Body: PriceInput }>({
    ...operation('replacePrice'),
    handler: async (request): Promise<Schemas['Price']> =>
      toAnswer(await replacePrice(store, request.params.price_id, request.body)),
  });
  app.route<{ Params: { price_id: string } }>({
    ...operation('deletePrice'),
    handler: async (request): Promise<Schemas['PriceRemoved']> => {
      const { price_id } = request.params;
      return { price_id, version: await deletePrice(store, price_id) };
    },
  });
  app.route<{ Body: Schemas['RepriceRequest'] }>({
    ...operation('repriceTraces'),
    handler: (request): Promise<Schemas['RepriceAnswer']> => repriceTraces(store, request.body),
  });
  app.route<{ Querystring: SelectionQuery }>({
    ...operation('listUnpriced'),
    handler: (request): Promise<Schemas['UnpricedList']> => listUnpriced(store, selectionOfQuery(request.query)),
  });
};

function byPattern(left: Schemas['Price'], right: Schemas['Price']): number {
  const key = (price: Schemas['Price']) => [price.model_pattern, price.provider, price.valid_from ?? ''].join('\0');
  return key(left) < key(right) ? -1 : 1;
}
