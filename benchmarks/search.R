# The selection with glm and glm.nb: Rscript search.R FOLDER poisson|nb2 full
#                                    Rscript search.R FOLDER poisson|nb2 refit COLUMN COLUMN ...
# Bidirectional by BIC, one variable per factor; a model counts if all its coefficients are positive with p <= 0.05.
suppressMessages(library(MASS))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
family <- arguments[2]
at <- function(name) file.path(folder, name)
shape <- scan(at("shape.txt"), quiet = TRUE)
n <- shape[1]
p <- shape[2]
X <- matrix(as.double(readBin(at("columns.u8"), "raw", n * p)), n, p, dimnames = list(NULL, paste0("v", seq_len(p))))
data <- data.frame(y = readBin(at("counts.f64"), "double", n), X)
rm(X)

n_fits <- 0
refit <- function(columns) {
  n_fits <<- n_fits + 1
  formula <- reformulate(if (length(columns)) paste0("v", columns) else "1", "y")
  suppressWarnings(tryCatch(
    if (family == "poisson") glm(formula, family = poisson, data = data) else glm.nb(formula, data = data),
    error = function(e) NULL
  ))
}
counts_as_model <- function(fit) {
  if (is.null(fit) || !fit$converged) return(FALSE)
  table <- summary(fit)$coefficients
  factors <- rownames(table) != "(Intercept)"
  all(table[factors, 1] > 0) && all(table[factors, 4] <= 0.05)
}

if (arguments[3] == "refit") {
  columns <- as.integer(arguments[-(1:3)])
  began <- proc.time()
  fit <- refit(columns)
  counts_as_model(fit)
  took <- proc.time() - began
  cat(sprintf("seconds=%.3f\nprocessor=%.3f\nbic=%.10g\n", took[["elapsed"]], sum(took[1:2]), BIC(fit)))
} else {
  owner <- scan(at("factors.txt"), quiet = TRUE)
  survivors <- scan(at("survivors.txt"), quiet = TRUE)
  began <- proc.time()
  current <- integer(0)
  best <- BIC(refit(current))
  repeat {
    additions <- survivors[!owner[survivors] %in% owner[current]]
    trials <- c(lapply(additions, function(v) c(current, v)), lapply(current, function(v) setdiff(current, v)))
    step <- NULL
    for (trial in trials) {
      fit <- refit(trial)
      if (counts_as_model(fit) && BIC(fit) < best) {
        best <- BIC(fit)
        step <- trial
        chosen <- fit
      }
    }
    if (is.null(step)) break
    current <- step
  }
  took <- proc.time() - began
  writeLines(as.character(current), at("r_selected.txt"))
  if (length(current)) writeBin(unname(coef(chosen)), at("r_coefficients.f64"))
  cat(sprintf("seconds=%.3f\nprocessor=%.3f\nbic=%.10g\nselected=%d\nfits=%d\n",
              took[["elapsed"]], sum(took[1:2]), best, length(current), n_fits))
}
