// `export const Constants`, the labels of enums as values: the one place where their order can be seen by code.

import { ts } from 'ts-morph';
import type { Constants } from './read.ts';
import { propertyName } from './type-text.ts';

/** The value of `Constants`, without what is asserted of it. */
export function constantsIn(source: ts.SourceFile): ts.Expression | undefined {
  const declarations = source.statements.flatMap((statement) =>
    ts.isVariableStatement(statement) ? statement.declarationList.declarations : [],
  );
  return plain(declarations.find(({ name }) => name.getText() === 'Constants')?.initializer);
}

/** The labels of each schema's enums in the file's order; what is written otherwise is left out. */
export function readConstants(source: ts.SourceFile): Constants {
  return new Map(
    valuesIn(constantsIn(source)).map(([schema, sections]) => {
      const enums = valuesIn(sections).find(([section]) => section === 'Enums')?.[1];
      return [schema, new Map(valuesIn(enums).map(([name, labels]) => [name, labelsIn(labels)]))];
    }),
  );
}

function plain(node: ts.Expression | undefined): ts.Expression | undefined {
  const isWrapped =
    node && (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node));
  return isWrapped ? plain(node.expression) : node;
}

function valuesIn(node: ts.Expression | undefined): [name: string, value: ts.Expression][] {
  const object = plain(node);
  if (!object || !ts.isObjectLiteralExpression(object)) return [];
  return object.properties.flatMap((property): [string, ts.Expression][] =>
    ts.isPropertyAssignment(property) ? [[propertyName(property.name), property.initializer]] : [],
  );
}

function labelsIn(node: ts.Expression): string[] {
  const list = plain(node);
  if (!list || !ts.isArrayLiteralExpression(list)) return [];
  return list.elements.flatMap((label) => (ts.isStringLiteralLike(label) ? [label.text] : []));
}
