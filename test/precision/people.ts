// Names of people, made up from first and last names, each combination once.
import type { Random } from '../fuzz/random.ts';

const firstNames = (
  'Ada Albert Alina Amir Anja Anton Astrid Aylin Beate Björn Bruno Carla Cem Clara Daniel Daria Dina Eero Elif Elena ' +
  'Emil Erik Eva Farid Felix Fiona Frida Georg Greta Hana Hugo Ida Igor Ines Ingrid Iris Ivo Jana Jonas Julia Kai Karim ' +
  'Katja Klara Lars Lea Leo Lina Luca Magda Malik Maren Mario Mila Nadia Nils Nora Olga Omar Otto Paula Pavel Petra ' +
  'Rafael Rita Robin Rosa Sami Selma Simon Sofia Stefan Tamara Theo Tim Ulla Uwe Vera Viktor Wanda Yara Yusuf Zoe'
).split(' ');
const lastNames = (
  'Adler Albrecht Bachmann Baumann Becker Berger Bianchi Brandt Caspari Costa Demir Dietz Doyle Ebner Eder Engel Fabri ' +
  'Fischer Forster Frank Gallo Gerber Graf Haas Hartl Heller Horvat Huber Ilic Jansen Jung Kaiser Keller Kern Klein Koch ' +
  'Kovac Kraus Kunz Lang Lehner Lindner Lorenz Maier Marek Meyer Moretti Moser Nagy Neumann Novak Olsen Ortner Pichler ' +
  'Pohl Popescu Reiter Richter Ritter Rossi Sauer Schenk Seidel Simic Sommer Steiner Stern Thaler Toth Ulrich Vogel ' +
  'Wagner Walter Weber Weiss Winkler Winter Wolf Zach Ziegler'
).split(' ');

export interface Person {
  /** What Writ calls them. */
  readonly name: string;
  readonly address: string;
  readonly display: string;
  readonly department: string;
  readonly title: string;
  readonly site: string;
  readonly external: boolean;
  active: boolean;
}

export type Role = Pick<Person, 'department' | 'title' | 'site' | 'external'>;

/** Makes people one after the other, never two of one name. */
export function peopleMaker(random: Random, dot: string): (what: Role, domain: string) => Person {
  const taken = new Map<string, number>();
  return (what, domain) => {
    const [first, last] = [random.pick(firstNames), random.pick(lastNames)];
    const plain = `${first}${dot}${last}`.toLowerCase().replaceAll('ö', 'oe');
    const count = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, count);
    const name = count === 1 ? plain : `${plain}${count}`;
    return { name, address: `${name}@${domain}`, display: `${first} ${last}`, active: true, ...what };
  };
}
