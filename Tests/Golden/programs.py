"""Writes programs.json: what quadprog finds for 60 programmes of GEM.

    python3 Tests/Golden/programs.py

For each: GGᵀ row by row, Gg, γ, and the v that minimises ½ vᵀGGᵀv + gᵀGᵀv over v ≥ γ. The rows of G are
independent, for quadprog takes no others; their lengths differ by up to four powers of ten, and some
are nearly parallel.
"""

import json
import pathlib

import numpy as np
import quadprog


def program(random, constraints, size, margin):
    rows = random.standard_normal((constraints, size))
    rows *= 10 ** random.uniform(-2, 2, (constraints, 1))
    for i in range(1, constraints, 3):
        rows[i] *= 0.1 * np.linalg.norm(rows[i - 1]) / np.linalg.norm(rows[i])
        rows[i] += random.choice([1, -1]) * rows[i - 1]
    # A gradient that opposes some of them.
    gradient = random.standard_normal(size) - rows.T @ random.uniform(-0.1, 0.2, constraints)
    gram, products = rows @ rows.T, rows @ gradient
    solution = quadprog.solve_qp(gram, -products, np.eye(constraints), np.full(constraints, margin))
    return {
        "gram": gram.tolist(),
        "products": products.tolist(),
        "margin": margin,
        "solution": solution[0].tolist(),
    }


def main():
    random = np.random.default_rng(1)
    programs = [
        program(random, 1 + n % 12, 30, margin) for margin in (0.0, 0.5) for n in range(30)
    ]
    file = pathlib.Path(__file__).with_name("programs.json")
    file.write_text(json.dumps(programs, indent=None) + "\n")


if __name__ == "__main__":
    main()
