import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import * as t from './tokens.js';

/** A query as it is written: tokens in their order of precedence, nothing checked against the fields yet. */
export type Syntax =
  | { kind: 'and' | 'or'; nodes: Syntax[] }
  | { kind: 'not'; node: Syntax }
  | { kind: 'text'; token: IToken }
  | {
      kind: 'compare';
      subject: IToken;
      operator: IToken;
      negated: boolean;
      values: IToken[];
      /** The opening parenthesis of several values right after an operator that is not `in`. */
      list?: IToken;
    };

/** The grammar: OR of ANDs of conditions; terms beside each other are joined by AND. */
class QueryParser extends EmbeddedActionsParser {
  constructor() {
    super(t.VOCABULARY, { recoveryEnabled: false, maxLookahead: 3 });
    this.performSelfAnalysis();
  }

  readonly query = this.RULE('query', (): Syntax => this.SUBRULE(this.anyOf));

  private readonly anyOf = this.RULE('anyOf', (): Syntax => {
    const nodes: Syntax[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: t.Or, DEF: () => nodes.push(this.SUBRULE(this.allOf)) });
    return this.ACTION(() => joinedSyntax('or', nodes));
  });

  private readonly allOf = this.RULE('allOf', (): Syntax => {
    const nodes = [this.SUBRULE(this.term)];
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(t.And));
      nodes.push(this.SUBRULE2(this.term));
    });
    return this.ACTION(() => joinedSyntax('and', nodes));
  });

  private readonly term = this.RULE('term', (): Syntax => {
    let negations = 0;
    this.MANY(() => {
      this.CONSUME(t.Not);
      negations++;
    });
    const node = this.OR([
      { ALT: () => this.SUBRULE(this.group) },
      { ALT: () => this.SUBRULE(this.comparison) },
      { ALT: () => this.SUBRULE(this.text) },
    ]);
    return this.ACTION(() => {
      let negated = node;
      for (let count = 0; count < negations; count++) negated = { kind: 'not', node: negated };
      return negated;
    });
  });

  private readonly group = this.RULE('group', (): Syntax => {
    this.CONSUME(t.LeftParen);
    const node = this.SUBRULE(this.anyOf);
    this.CONSUME(t.RightParen);
    return node;
  });

  private readonly text = this.RULE('text', (): Syntax => {
    const token = this.OR([{ ALT: () => this.CONSUME(t.Word) }, { ALT: () => this.CONSUME(t.Quoted) }]);
    return { kind: 'text', token };
  });

  private readonly comparison = this.RULE('comparison', (): Syntax => {
    const subject = this.OR([
      { ALT: () => this.CONSUME(t.Word) },
      { ALT: () => this.CONSUME(t.TagName) },
      { ALT: () => this.CONSUME(t.Path) },
    ]);
    let negated = false;
    this.OPTION(() => {
      this.CONSUME(t.Not);
      negated = true;
    });
    let values: IToken[] = [];
    let valueList: IToken | undefined;
    const operator = this.OR2([
      { ALT: () => this.CONSUME(t.Exists) },
      {
        ALT: () => {
          const list = this.CONSUME(t.In);
          this.CONSUME(t.ListStart);
          values = this.SUBRULE(this.entries);
          return list;
        },
      },
      {
        ALT: () => {
          const compare = this.OR3([
            { ALT: () => this.CONSUME(t.Compare) },
            { ALT: () => this.CONSUME(t.Contains) },
            { ALT: () => this.CONSUME(t.Matches) },
          ]);
          this.OR4([
            {
              ALT: () => {
                valueList = this.CONSUME(t.ValueList);
                values = this.SUBRULE2(this.entries);
              },
            },
            { ALT: () => (values = [this.SUBRULE(this.value)]) },
          ]);
          return compare;
        },
      },
    ]);
    return { kind: 'compare', subject, operator, negated, values, ...(valueList && { list: valueList }) };
  });

  private readonly value = this.RULE('value', (): IToken =>
    this.OR([{ ALT: () => this.CONSUME(t.Value) }, { ALT: () => this.CONSUME(t.QuotedValue) }]),
  );

  private readonly entries = this.RULE('entries', (): IToken[] => {
    const entries: IToken[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => entries.push(this.SUBRULE(this.entry)) });
    this.CONSUME(t.ListEnd);
    return entries;
  });

  private readonly entry = this.RULE('entry', (): IToken =>
    this.OR([{ ALT: () => this.CONSUME(t.ListValue) }, { ALT: () => this.CONSUME(t.QuotedEntry) }]),
  );
}

function joinedSyntax(kind: 'and' | 'or', nodes: Syntax[]): Syntax {
  const [only] = nodes;
  return nodes.length === 1 && only !== undefined ? only : { kind, nodes };
}

const parser = new QueryParser();

/** The syntax of a text's tokens, or the token at which they stop making sense; undefined stands for the end. */
export function parseTokens(tokens: IToken[]): { syntax: Syntax } | { fault: IToken | undefined } {
  parser.input = tokens;
  const syntax = parser.query();
  const [error] = parser.errors;
  if (error === undefined) return { syntax };
  return { fault: Number.isNaN(error.token.startOffset) ? undefined : error.token };
}
