import { createToken, EmbeddedActionsParser, type IToken, Lexer, type TokenType } from 'chevrotain';
import { unquoted } from '../strings.js';
import type { FilterNode, FilterOperand, FilterOperator, PathStep, SingularStep } from './pathAst.js';

/** The lexer would take the flag for Unicode off a plain pattern. */
function unicodeToken(name: string, pattern: RegExp): TokenType {
  const sticky = new RegExp(pattern.source, 'uy');
  return createToken({
    name,
    line_breaks: false,
    pattern: (text: string, at: number) => {
      sticky.lastIndex = at;
      const found = sticky.exec(text)?.[0];
      return found === undefined ? null : [found];
    },
  });
}

const Space = createToken({ name: 'Space', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
const Root = createToken({ name: 'Root', pattern: /\$/ });
const Current = createToken({ name: 'Current', pattern: /@/ });
const All = createToken({ name: 'All', pattern: /\*/ });
const Dot = createToken({ name: 'Dot', pattern: /\./ });
const Open = createToken({ name: 'Open', pattern: /\[/ });
const Close = createToken({ name: 'Close', pattern: /\]/ });
const Question = createToken({ name: 'Question', pattern: /\?/ });
const LeftParen = createToken({ name: 'LeftParen', pattern: /\(/ });
const RightParen = createToken({ name: 'RightParen', pattern: /\)/ });
const And = createToken({ name: 'And', pattern: /&&/ });
const Or = createToken({ name: 'Or', pattern: /\|\|/ });
const Compare = createToken({ name: 'Compare', pattern: /==|!=|<=|>=|<|>/ });
const Not = createToken({ name: 'Not', pattern: /!/ });
const Text = createToken({
  name: 'Text',
  pattern: new RegExp(String.raw`"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'`),
  line_breaks: true,
});
const Float = createToken({ name: 'Float', pattern: /-?\d+(?:\.\d+(?:[eE][+-]?\d{1,3})?|[eE][+-]?\d{1,3})/ });
const Int = unicodeToken('Int', /-?\d+(?![\p{L}\p{N}_-])/u);
const Name = unicodeToken('Name', /[\p{L}\p{N}_][\p{L}\p{N}_-]*/u);
const TOKENS = [
  Space,
  Root,
  Current,
  All,
  Dot,
  Open,
  Close,
  Question,
  LeftParen,
  RightParen,
  And,
  Or,
  Compare,
  Not,
  Text,
  Float,
  Int,
  Name,
];

const LITERALS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

function joined(kind: 'and' | 'or', nodes: FilterNode[]): FilterNode {
  const flat = nodes.flatMap((node) => (node.kind === kind ? node.nodes : [node]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind, nodes: flat };
}

/** The grammar of RFC 9535 as far as it is served: members, indexes, wildcards and filters over singular paths. */
class PathParser extends EmbeddedActionsParser {
  constructor() {
    super(TOKENS, { recoveryEnabled: false, maxLookahead: 3 });
    this.performSelfAnalysis();
  }

  readonly path = this.RULE('path', (): PathStep[] => {
    const steps: PathStep[] = [];
    this.CONSUME(Root);
    this.MANY(() => steps.push(this.SUBRULE(this.step)));
    return steps;
  });

  private readonly step = this.RULE('step', (): PathStep =>
    this.OR([
      {
        ALT: (): PathStep => {
          this.CONSUME(Dot);
          return this.OR2([
            { ALT: (): PathStep => ({ kind: 'member', name: this.SUBRULE(this.memberName) }) },
            { ALT: (): PathStep => this.all(1) },
          ]);
        },
      },
      {
        ALT: (): PathStep => {
          this.CONSUME(Open);
          const step = this.OR3([
            { ALT: (): PathStep => this.SUBRULE(this.bracketed) },
            { ALT: (): PathStep => this.all(2) },
            { ALT: (): PathStep => this.SUBRULE(this.filter) },
          ]);
          this.CONSUME(Close);
          return step;
        },
      },
    ]),
  );

  private all(occurrence: 1 | 2): PathStep {
    if (occurrence === 1) this.CONSUME1(All);
    else this.CONSUME2(All);
    return { kind: 'all' };
  }

  private readonly memberName = this.RULE('memberName', (): string =>
    this.OR([{ ALT: () => this.CONSUME(Name).image }, { ALT: () => this.CONSUME(Int).image }]),
  );

  private readonly bracketed = this.RULE('bracketed', (): SingularStep =>
    this.OR([
      {
        ALT: (): SingularStep => {
          const token = this.CONSUME(Text);
          return this.ACTION(() => ({ kind: 'member', name: unquoted(token.image) }));
        },
      },
      { ALT: (): SingularStep => ({ kind: 'index', index: Number(this.CONSUME(Int).image) }) },
    ]),
  );

  private readonly filter = this.RULE('filter', (): PathStep => {
    this.CONSUME(Question);
    return { kind: 'filter', condition: this.SUBRULE(this.anyOf) };
  });

  private readonly anyOf = this.RULE('anyOf', (): FilterNode => {
    const nodes: FilterNode[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: Or, DEF: () => nodes.push(this.SUBRULE(this.allOf)) });
    return this.ACTION(() => joined('or', nodes));
  });

  private readonly allOf = this.RULE('allOf', (): FilterNode => {
    const nodes: FilterNode[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: And, DEF: () => nodes.push(this.SUBRULE(this.term)) });
    return this.ACTION(() => joined('and', nodes));
  });

  private readonly term = this.RULE('term', (): FilterNode =>
    this.OR([
      {
        ALT: (): FilterNode => {
          this.CONSUME(Not);
          return { kind: 'not', node: this.SUBRULE(this.term) };
        },
      },
      {
        ALT: (): FilterNode => {
          this.CONSUME(LeftParen);
          const node = this.SUBRULE(this.anyOf);
          this.CONSUME(RightParen);
          return node;
        },
      },
      { ALT: (): FilterNode => this.SUBRULE(this.comparison) },
    ]),
  );

  private readonly comparison = this.RULE('comparison', (): FilterNode =>
    this.OR([
      {
        ALT: (): FilterNode => {
          const left = this.SUBRULE(this.relative);
          let compared: FilterNode | undefined;
          this.OPTION(() => {
            const operator = this.CONSUME1(Compare).image as FilterOperator;
            compared = { kind: 'compare', left, operator, right: this.SUBRULE1(this.operand) };
          });
          return this.ACTION(() => compared ?? { kind: 'exists', steps: left.kind === 'path' ? left.steps : [] });
        },
      },
      {
        ALT: (): FilterNode => {
          const left = this.SUBRULE(this.literal);
          const operator = this.CONSUME2(Compare).image as FilterOperator;
          return { kind: 'compare', left, operator, right: this.SUBRULE2(this.operand) };
        },
      },
    ]),
  );

  private readonly operand = this.RULE('operand', (): FilterOperand =>
    this.OR([{ ALT: () => this.SUBRULE(this.relative) }, { ALT: () => this.SUBRULE(this.literal) }]),
  );

  private readonly relative = this.RULE('relative', (): FilterOperand => {
    const steps: SingularStep[] = [];
    this.CONSUME(Current);
    this.MANY(() => steps.push(this.SUBRULE(this.relativeStep)));
    return { kind: 'path', steps };
  });

  private readonly relativeStep = this.RULE('relativeStep', (): SingularStep =>
    this.OR([
      {
        ALT: (): SingularStep => {
          this.CONSUME(Dot);
          return { kind: 'member', name: this.SUBRULE(this.memberName) };
        },
      },
      {
        ALT: (): SingularStep => {
          this.CONSUME(Open);
          const step = this.SUBRULE(this.bracketed);
          this.CONSUME(Close);
          return step;
        },
      },
    ]),
  );

  private readonly literal = this.RULE('literal', (): FilterOperand =>
    this.OR([
      {
        ALT: (): FilterOperand => {
          const token = this.CONSUME(Text);
          return this.ACTION(() => ({ kind: 'literal', value: unquoted(token.image) }));
        },
      },
      { ALT: (): FilterOperand => ({ kind: 'literal', value: Number(this.CONSUME(Int).image) }) },
      { ALT: (): FilterOperand => ({ kind: 'literal', value: Number(this.CONSUME(Float).image) }) },
      {
        GATE: () => this.LA(1).image in LITERALS,
        ALT: (): FilterOperand => ({ kind: 'literal', value: LITERALS[this.CONSUME(Name).image] ?? null }),
      },
    ]),
  );
}

const lexer = new Lexer(TOKENS, { positionTracking: 'onlyOffset', ensureOptimizations: false });
const parser = new PathParser();

/** Tokens of a path, and the first place in it that is none. */
export function pathTokens(text: string): { tokens: IToken[]; faultAt: number | undefined } {
  const { tokens, errors } = lexer.tokenize(text);
  return { tokens, faultAt: errors[0]?.offset };
}

/** The steps of a path's tokens, the root's name included, or the token that does not belong; undefined stands for the end. */
export function parsePathTokens(tokens: IToken[]): { steps: PathStep[] } | { fault: IToken | undefined } {
  parser.input = tokens;
  const steps = parser.path();
  const [error] = parser.errors;
  if (error === undefined) return { steps };
  return { fault: Number.isNaN(error.token.startOffset) ? undefined : error.token };
}
