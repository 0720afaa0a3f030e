import ts from 'typescript';

/**
 * @typedef {{ key: string, text: string, file: string }} FoundText
 */

/**
 * The texts of one source file: of `t('key', 'text')`, of its plurals `t('key', '', { defaultValue_one, … })`, and of
 * `<Trans i18nKey="key">text</Trans>` without elements in it. A key that is no plain text is an error, because nobody
 * could translate it, unless it begins with one of `knownPrefixes`, whose texts come from elsewhere.
 * @param {string} file its name, for messages
 * @param {string} source
 * @param {readonly string[]} knownPrefixes such as `field.`
 * @returns {FoundText[]}
 * @throws Error naming file and line
 */
export function readTexts(file, source, knownPrefixes = []) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  /** @type {FoundText[]} */
  const found = [];
  const fail = (node, what) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    throw new Error(`${file}:${line + 1}: ${what}`);
  };
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't') {
      found.push(...textsOfCall(node, file, fail, knownPrefixes));
    }
    if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Trans') {
      found.push(textOfElement(node, file, fail));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function textsOfCall(call, file, fail, knownPrefixes) {
  const [keyNode, textNode, valuesNode] = call.arguments;
  if (!keyNode || !ts.isStringLiteralLike(keyNode)) {
    const head = keyNode && ts.isTemplateExpression(keyNode) ? keyNode.head.text : '';
    if (knownPrefixes.some((prefix) => head.startsWith(prefix))) return [];
    return fail(call, 'the key of a text must be written out, so that it can be translated');
  }
  const plurals = valuesNode && ts.isObjectLiteralExpression(valuesNode) ? pluralsOf(valuesNode) : [];
  if (plurals.length > 0) return plurals.map(([form, text]) => ({ key: `${keyNode.text}_${form}`, text, file }));
  const text = literal(textNode);
  if (text === undefined) return fail(call, `the text of ${keyNode.text} must be written out`);
  return [{ key: keyNode.text, text, file }];
}

function pluralsOf(values) {
  return values.properties.flatMap((property) => {
    const form = /^defaultValue_(\w+)$/.exec(property.name?.getText() ?? '')?.[1];
    const text = ts.isPropertyAssignment(property) ? literal(property.initializer) : undefined;
    return form && text !== undefined ? [[form, text]] : [];
  });
}

/** Also of texts put together with `+` to keep lines short. */
function literal(node) {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [literal(node.left), literal(node.right)];
    return left === undefined || right === undefined ? undefined : left + right;
  }
  return undefined;
}

function textOfElement(element, file, fail) {
  const attribute = element.openingElement.attributes.properties.find((one) => one.name?.getText() === 'i18nKey');
  const key =
    attribute?.initializer && ts.isStringLiteral(attribute.initializer) ? attribute.initializer.text : undefined;
  if (key === undefined) return fail(element, 'i18nKey must be written out, so that it can be translated');
  const children = element.children.filter((child) => !ts.isJsxText(child) || child.text.trim() !== '');
  if (!children.every(ts.isJsxText))
    return fail(element, `${key}: only text can be translated, put elements around it`);
  const text = children.map((child) => child.text.replace(/\s*\n\s*/g, ' ').trim()).join(' ');
  return { key, text, file };
}
