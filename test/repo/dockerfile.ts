/** An instruction of a Dockerfile; continuation lines are joined. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** The instructions from one `FROM` to the next. */
export interface Stage {
  readonly base: string;
  /** Name after `AS`; null: none. */
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

export interface Copy {
  /** Name of the stage to copy from; null: the build context. */
  readonly from: string | null;
  readonly sources: readonly string[];
  readonly target: string;
}

/** Supports neither variables nor here-documents. */
export function parseDockerfile(text: string): Stage[] {
  const lines = text.replace(/\\\n/g, ' ').split('\n');
  const stages: { base: string; name: string | null; instructions: Instruction[] }[] = [];
  for (const line of lines.filter((candidate) => /^[A-Z]/.test(candidate))) {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (name === 'FROM') {
      const [base = '', , stage] = rest.split(/\s+/);
      stages.push({ base, name: stage ?? null, instructions: [] });
    } else stages.at(-1)?.instructions.push({ name, text: rest.trim().replace(/\s+/g, ' ') });
  }
  return stages;
}

export const textsOf = (stage: Stage, name: string): string[] =>
  stage.instructions.filter((instruction) => instruction.name === name).map(({ text }) => text);

export function copiesOf(stage: Stage): Copy[] {
  return textsOf(stage, 'COPY').map((text) => {
    const words = text.split(' ');
    const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length) ?? null;
    const paths = words.filter((word) => !word.startsWith('--'));
    return { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
  });
}

/**
 * As in `.dockerignore`: the last pattern that matches the path or one of its folders decides. Supports `*`
 * within a name and `**`.
 */
export function isIgnored(patterns: string, path: string): boolean {
  const parts = path.split('/');
  const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  let hidden = false;
  for (const line of patterns.split('\n').map((pattern) => pattern.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const isBack = line.startsWith('!');
    const pattern = toPattern(line.replace(/^!/, '').replace(/^\/|\/$/g, ''));
    if (prefixes.some((prefix) => pattern.test(prefix))) hidden = !isBack;
  }
  return hidden;
}

function toPattern(glob: string): RegExp {
  const source = glob
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((piece) => {
      if (piece === '**/') return '(?:.*/)?';
      if (piece === '**') return '.*';
      if (piece === '*') return '[^/]*';
      return piece === '?' ? '[^/]' : piece.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`);
}
