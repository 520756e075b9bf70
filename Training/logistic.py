"""Logistic regression, for the programs in the folders beside."""
import numpy as np


def logistic(X, y, l2, rounds=30):
    """By Newton's method. X has a row for each example, y its label, 0 or 1; l2 is the penalty on the weights, not on the
    bias. -> weights and bias."""
    Z = np.hstack([X, np.ones((len(X), 1))])
    beta = np.zeros(Z.shape[1])
    penalty = np.full(Z.shape[1], l2)
    penalty[-1] = 0
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-np.clip(Z @ beta, -30, 30)))
        gradient = Z.T @ (p - y) + penalty * beta
        hessian = (Z * (p * (1 - p))[:, None]).T @ Z + np.diag(penalty) + 1e-9 * np.eye(len(beta))
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if np.abs(step).max() < 1e-6:
            break
    return beta[:-1], beta[-1]
