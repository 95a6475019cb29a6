// A question as its author writes it, after its shape was checked against syllabus/schema/questions.schema.json.
import type { QuestionKind } from '../../core/quiz/question';
import type { Range } from '../../core/quiz/generator';

export type SourceExpression = string | number;
export type SourceResult = SourceExpression | readonly SourceExpression[];

/** What stands above a stem, or above a set. */
export interface SourceFigure {
  readonly figure?: string;
  readonly table?: string;
  readonly language?: string;
  readonly code?: string;
}

export interface SourceQuestion extends SourceFigure {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly note: string;
  readonly difficulty: 1 | 2 | 3;
  readonly stem: string;
  readonly vary?: Readonly<Record<string, SourceRange>>;
  readonly where?: string | readonly string[];
  readonly values?: Readonly<Record<string, SourceExpression>>;
  readonly check?: SourceResult;
  readonly checkValues?: Readonly<Record<string, SourceExpression>>;
  readonly choices?: readonly { readonly text: string; readonly correct?: boolean; readonly why: string }[];
  readonly answer?: SourceResult;
  readonly tolerance?: number | string;
  readonly unit?: string;
  readonly mistakes?: readonly { readonly value: SourceResult; readonly why: string }[];
  readonly blanks?: readonly {
    readonly accept: readonly string[];
    readonly why: string;
    readonly wrong?: readonly { readonly text: string; readonly why: string }[];
  }[];
  readonly items?: readonly { readonly text: string; readonly why: string }[];
  readonly pairs?: readonly { readonly left: string; readonly right: string; readonly why: string }[];
  readonly extra?: readonly string[];
  readonly explanation: string;
}

export type SourceRange = readonly number[] | { readonly from: number; readonly to: number; readonly step?: number };

export interface SourceSet extends SourceFigure {
  readonly id: string;
  readonly premise: string;
  readonly values?: Readonly<Record<string, SourceExpression>>;
  readonly questions: readonly SourceQuestion[];
}

export interface SourceFile {
  readonly topic: string;
  readonly questions?: readonly SourceQuestion[];
  readonly sets?: readonly SourceSet[];
}

/** A range with its step written out. */
export function rangeOf(range: SourceRange): Range {
  if ('from' in range) return { from: range.from, to: range.to, step: range.step ?? 1 };
  return [...range];
}

export const listOf = <T>(given: T | readonly T[] | undefined): T[] => (given === undefined ? [] : isList(given) ? [...given] : [given]);
const isList = <T>(given: T | readonly T[]): given is readonly T[] => Array.isArray(given);
