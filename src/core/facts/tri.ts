/** Strong Kleene logic: 0 no, 1 cannot tell, 2 yes. `all` is min, `any` is max, `not` is 2 − x. */
export type Tri = 0 | 1 | 2;
