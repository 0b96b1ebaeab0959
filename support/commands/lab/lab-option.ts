import { Option } from 'commander';

/** `--lab`: the same for every command that checks by a lab, or reads a pool for one. */
export const labOption = (): Option =>
  new Option('--lab <folder>', 'Use the lab in this folder (default: the lab of cognito-lab)').env('LAB_DIR');
