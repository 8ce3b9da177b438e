// Prints what became of the mutants, folder by folder; with "survivors" also each one that no test noticed.
import { readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

const [report, survivors] = process.argv.slice(2);
const { files, projectRoot } = JSON.parse(readFileSync(report, 'utf8'));
const folders = new Map();
for (const [path, { mutants, source }] of Object.entries(files)) {
    const file = path.startsWith('/') ? relative(projectRoot, path) : path;
    for (const mutant of mutants) {
        for (const name of [dirname(file), 'all']) {
            const counts = folders.get(name) ?? folders.set(name, {}).get(name);
            counts[mutant.status] = (counts[mutant.status] ?? 0) + 1;
        }
        if (survivors && ['Survived', 'NoCoverage'].includes(mutant.status)) {
            const { start, end } = mutant.location;
            const line = source.split('\n')[start.line - 1].trim();
            console.log(`${file}:${start.line}:${start.column}-${end.line}:${end.column} ${mutant.status} ${mutant.mutatorName}\n    ${line}\n    -> ${mutant.replacement.replaceAll('\n', ' ').slice(0, 160)}`);
        }
    }
}
for (const [name, { Killed = 0, Timeout = 0, Survived = 0, NoCoverage = 0 }] of [...folders].sort()) {
    const all = Killed + Timeout + Survived + NoCoverage;
    if (all > 0)
        console.log(`${name}: ${((Killed + Timeout) / all * 100).toFixed(1)} % of ${all} (killed ${Killed}, timeout ${Timeout}, survived ${Survived}, no coverage ${NoCoverage})`);
}
